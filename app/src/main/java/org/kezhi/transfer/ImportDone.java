package org.kezhi.transfer;

import java.util.UUID;

/// Tells that all lines of a file are there, inside the last transaction of their import, or gone
/// again, before the job of undoing ends.
public record ImportDone(UUID importId, String object, UUID startedBy) {}
