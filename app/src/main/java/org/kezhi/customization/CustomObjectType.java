package org.kezhi.customization;

import org.kezhi.record.MatchKind;
import org.kezhi.record.ObjectType;

/// A kind of record that the company has made, as the engine sees it.
final class CustomObjectType extends ObjectType {

  CustomObjectType(CustomObject object) {
    this(object, new CustomTable(object.table(), object.owned()));
  }

  private CustomObjectType(CustomObject object, CustomTable table) {
    super(object.name(), table);
    path(object.path());
    shown("records", object.icon());
    title(table.name);
    search(table.name);
    matchBy(table.name);
    match(MatchKind.TITLE, table.name);
    if (object.owned()) {
      ownedBy(table.ownership.getFirst(), table.ownership.getLast());
      defaultList(table.name, table.ownership.getFirst());
    } else {
      defaultList(table.name);
    }
    quickCreate(table.name);
  }
}
