package org.kezhi.intake;

import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;

/// A batch of lines within its transaction, with its staging table filled.
public record Chunk(
    UUID importId, ObjectType type, Viewer viewer, ImportSettings settings, Staging staging) {}
