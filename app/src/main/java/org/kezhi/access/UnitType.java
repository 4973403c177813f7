package org.kezhi.access;

import static org.kezhi.db.Tables.UNIT;

import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// The organisation as a tree: head office, provinces, branches, teams.
@Component
final class UnitType extends ObjectType {

  UnitType() {
    super("unit", UNIT);
    shown("settings", "unit");
    title(UNIT.NAME);
    search(UNIT.CODE);
    matchBy(UNIT.CODE, UNIT.NAME);
    tree(UNIT.PARENT_ID);
    defaultSort("code");
    defaultList(UNIT.NAME, UNIT.CODE, UNIT.PARENT_ID);
  }
}
