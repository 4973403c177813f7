package org.kezhi.record;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/// Says which deleted records no job may erase yet; each module that brings some back has one.
public interface StillNeeded {

  Condition stillNeeded(ObjectType type, Field<UUID> id);
}
