package org.kezhi.access;

import static org.kezhi.db.Tables.ROLE;

import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// Named sets of rights.
@Component
final class RoleType extends ObjectType {

  RoleType() {
    super("role", ROLE);
    shown("settings", "role");
    title(ROLE.NAME);
    matchBy(ROLE.CODE);
    leaveOut(ROLE.ADMINISTRATOR);
    kind(FieldKind.LONG_TEXT, ROLE.DESCRIPTION);
    defaultList(ROLE.NAME, ROLE.CODE, ROLE.DESCRIPTION);
  }
}
