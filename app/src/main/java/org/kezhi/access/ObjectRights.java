package org.kezhi.access;

/// What somebody may do with one kind of record.
public record ObjectRights(
    Scope read, boolean create, Scope update, Scope delete, boolean mayImport, boolean mayExport) {

  public static final ObjectRights NONE =
      new ObjectRights(Scope.NONE, false, Scope.NONE, Scope.NONE, false, false);
  public static final ObjectRights ALL =
      new ObjectRights(Scope.ALL, true, Scope.ALL, Scope.ALL, true, true);

  public Scope scope(Use use) {
    return switch (use) {
      case READ -> read;
      case UPDATE -> update;
      case DELETE -> delete;
    };
  }

  /// The rights of somebody who has both: roles add up.
  ObjectRights and(ObjectRights other) {
    return new ObjectRights(
        read.orWider(other.read),
        create || other.create,
        update.orWider(other.update),
        delete.orWider(other.delete),
        mayImport || other.mayImport,
        mayExport || other.mayExport);
  }
}
