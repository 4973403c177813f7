package org.kezhi.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.kezhi.db.Tables.APP_USER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.Aliases;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.Seen;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Component;

/// Says which rows and fields a viewer may use; every read and write asks here and nowhere else.
@Component
public class Policy {

  private final ObjectTypes types;

  Policy(ObjectTypes types) {
    this.types = types;
  }

  /// The condition on a table, under the alias of the statement, that leaves the permitted rows.
  public Condition rows(Viewer viewer, Use use, ObjectType type, Table<?> alias) {
    var rows = rows(viewer, viewer.rights(type.name()).scope(use), type, alias, 0);
    return use == Use.READ || viewer.administrator()
        ? rows
        : rows.and(Administrators.outOfReach(type, alias));
  }

  /// The condition that leaves the records whose names the viewer may know: colleagues and units
  /// are known to everybody, all else only to those who may see it.
  public Condition names(Viewer viewer, ObjectType type, Table<?> alias) {
    return isColleague(type) || "unit".equals(type.name())
        ? noCondition()
        : rows(viewer, Use.READ, type, alias);
  }

  /// The condition that leaves the records to which the viewer may let a field point: those that
  /// the viewer sees, and all colleagues who are active.
  public Condition choices(Viewer viewer, ObjectType type, Table<?> alias) {
    var seen = rows(viewer, Use.READ, type, alias);
    return choosesBeyond(viewer, type) ? seen.or(Administrators.active(alias)) : seen;
  }

  /// The condition that leaves what the viewer sees, and everybody sees themselves.
  public Condition seenOrSelf(Viewer viewer, ObjectType type, Table<?> alias) {
    var seen = rows(viewer, Use.READ, type, alias);
    return choosesBeyond(viewer, type) ? seen.or(uuid(alias, APP_USER.ID).eq(viewer.id())) : seen;
  }

  /// Whether a field may point to records that the viewer does not see.
  public boolean choosesBeyond(Viewer viewer, ObjectType type) {
    return isColleague(type) && !seesAll(viewer, type);
  }

  /// A kind of record whose names the viewer may ask for: one that the viewer sees, or colleagues,
  /// where the viewer sees a field that points to them.
  public ObjectType known(Viewer viewer, String path) {
    return types
        .at(path)
        .filter(type -> maySee(viewer, type) || (isColleague(type) && meets(viewer, type)))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private boolean meets(Viewer viewer, ObjectType colleagues) {
    return types.pointing(colleagues).stream()
        .anyMatch(link ->
            maySee(viewer, link.from())
                && visibleField(viewer, link.from(), link.field().name()).isPresent());
  }

  private static boolean isColleague(ObjectType type) {
    return "user".equals(type.name());
  }

  /// Which records a formula shows the viewer something of.
  public Seen seen(Viewer viewer) {
    return (target, alias) -> rows(viewer, Use.READ, target, alias);
  }

  /// Whether the viewer may see every row, so that no condition is needed.
  public boolean seesAll(Viewer viewer, ObjectType type) {
    return viewer.rights(type.name()).read() == Scope.ALL;
  }

  public boolean maySee(Viewer viewer, ObjectType type) {
    return viewer.rights(type.name()).read() != Scope.NONE;
  }

  /// Answers as if the kind of record did not exist to those who may not see any of it.
  public ObjectType visible(Viewer viewer, String path) {
    return types
        .at(path)
        .filter(type -> maySee(viewer, type))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  /// Whether a viewer who is about to make a record hears that somebody else has it, though the
  /// viewer may not see it: only whose it is, and a masked name.
  public boolean hearsOfOthers(Viewer viewer, ObjectType type) {
    return viewer.rights(type.name()).create();
  }

  /// A name of which only the ends are told.
  public static String masked(String name) {
    var length = name.codePointCount(0, name.length());
    if (length < 2) {
      return "*";
    }
    var first = name.substring(0, name.offsetByCodePoints(0, 1));
    var last = length < 4 ? "" : name.substring(name.offsetByCodePoints(0, length - 1));
    return first + "***" + last;
  }

  public FieldAccess access(Viewer viewer, ObjectType type, RecordField field) {
    var extension = field.extension();
    if (extension != null && !viewer.may(Permission.of(extension.permission()))) {
      return FieldAccess.HIDDEN;
    }
    var formula = field.formula();
    if (formula != null && !formula.inputs().stream().allMatch(n -> mayRead(viewer, type, n))) {
      return FieldAccess.HIDDEN;
    }
    if (type.teller(field).filter(told -> seesLess(viewer, told, type)).isPresent()) {
      return FieldAccess.HIDDEN;
    }
    var given = viewer.field(type.name(), field.name());
    return given == FieldAccess.WRITABLE && field.readOnly() ? FieldAccess.READ_ONLY : given;
  }

  private static boolean seesLess(Viewer viewer, String object, ObjectType than) {
    return viewer.rights(object).read().compareTo(viewer.rights(than.name()).read()) < 0;
  }

  /// Whether a formula may use a field for the viewer, over however many references.
  private boolean mayRead(Viewer viewer, ObjectType type, String path) {
    if (type.field(path).isPresent()) {
      return visibleField(viewer, type, path).isPresent();
    }
    var dot = path.indexOf('.');
    return dot > 0
        && visibleField(viewer, type, path.substring(0, dot))
            .filter(reference -> reference.kind() == FieldKind.REFERENCE)
            .map(types::target)
            .filter(target -> maySee(viewer, target))
            .filter(target -> mayRead(viewer, target, path.substring(dot + 1)))
            .isPresent();
  }

  /// A field that the viewer may see; a hidden one is as unknown as one that is not there.
  public Optional<RecordField> visibleField(Viewer viewer, ObjectType type, String fieldName) {
    return type.field(fieldName).filter(field -> access(viewer, type, field) != FieldAccess.HIDDEN);
  }

  public List<RecordField> visibleFields(Viewer viewer, ObjectType type) {
    return type.fields().stream()
        .filter(field -> access(viewer, type, field) != FieldAccess.HIDDEN)
        .toList();
  }

  /// How a list is sorted unless somebody chooses: as its type says, or the newest first where the
  /// viewer may not see the field that it says.
  public String defaultSort(Viewer viewer, ObjectType type) {
    var sort = type.defaultSort();
    var field = sort.startsWith("-") ? sort.substring(1) : sort;
    return visibleField(viewer, type, field).isPresent() ? sort : ObjectType.NEWEST_FIRST;
  }

  private Condition rows(Viewer viewer, Scope scope, ObjectType type, Table<?> alias, int depth) {
    if (scope == Scope.ALL) {
      return noCondition();
    } else if (scope == Scope.NONE) {
      return DSL.falseCondition();
    }
    var ways = new ArrayList<Condition>();
    type.owner().ifPresent(owner -> ways.add(uuid(alias, owner).eq(viewer.id())));
    type.unit().ifPresent(unit -> ways.add(place(viewer, scope, uuid(alias, unit))));
    for (var parent : type.follows()) {
      ways.add(following(viewer, scope, type.field(parent), alias, depth));
    }
    return ways.isEmpty() ? trueCondition() : or(ways);
  }

  private static Condition place(Viewer viewer, Scope scope, Field<UUID> unit) {
    return switch (scope) {
      case UNIT -> viewer.unit() == null ? DSL.falseCondition() : unit.eq(viewer.unit());
      case SUBTREE -> unit.in(viewer.subtree());
      case OWN, NONE, ALL -> DSL.falseCondition();
    };
  }

  /// A record that follows another is seen by those who may see the other, within its own scope.
  private Condition following(
      Viewer viewer, Scope scope, RecordField reference, Table<?> alias, int depth) {
    var parent = types.target(reference);
    var reach = viewer.rights(parent.name()).read();
    var narrower = reach.ordinal() < scope.ordinal() ? reach : scope;
    var table = Aliases.of(parent.table(), "p" + depth);
    return field(alias.getQualifiedName().append(reference.column().getName()), SQLDataType.UUID)
        .in(
            select(StandardColumns.id(table))
                .from(table)
                .where(rows(viewer, narrower, parent, table, depth + 1)));
  }

  private static Field<UUID> uuid(Table<?> alias, Field<UUID> column) {
    return field(alias.getQualifiedName().append(column.getName()), SQLDataType.UUID);
  }
}
