package org.kezhi.transfer;

import java.util.UUID;

/// Tells, inside the last transaction of an import, that all lines of a file are there.
public record ImportDone(UUID importId, String object, UUID startedBy) {}
