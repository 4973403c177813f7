package org.kezhi.history;

import java.util.UUID;
import org.kezhi.record.ObjectType;

/// Tells, inside the transaction, that somebody has said something about a record.
public record Commented(ObjectType type, UUID record, UUID comment, UUID author, String body) {}
