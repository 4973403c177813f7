package org.kezhi.mention;

import java.util.UUID;

/// Somebody who can be named.
record Colleague(UUID id, String title) {}
