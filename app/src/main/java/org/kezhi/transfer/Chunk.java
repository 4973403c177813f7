package org.kezhi.transfer;

import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;

/// A batch of lines within its transaction, with its staging table filled.
record Chunk(
    UUID importId, ObjectType type, Viewer viewer, ImportSettings settings, Staging staging) {}
