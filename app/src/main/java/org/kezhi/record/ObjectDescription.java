package org.kezhi.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// What a kind of record can say about itself, in its constructor.
abstract class ObjectDescription {

  final FieldList fields;
  String path;
  String icon = "file";
  String group = "records";
  @Nullable Field<String> title;
  @Nullable Field<UUID> owner;
  @Nullable Field<UUID> unit;
  @Nullable Field<UUID> hierarchy;
  @Nullable Field<UUID> tree;
  @Nullable Field<String> currency;
  @Nullable MoneyUnit moneyUnit;
  final List<Field<UUID>> follows = new ArrayList<>();
  final List<Field<?>> searched = new ArrayList<>();
  final List<Field<?>> matchKeys = new ArrayList<>();
  final List<FieldList.MatchColumn> matches = new ArrayList<>();
  final List<Field<?>> quick = new ArrayList<>();
  final List<Field<?>> defaultList = new ArrayList<>();
  final List<Section> sections = new ArrayList<>();
  @Nullable TimelineEntry timeline;
  List<Field<LocalDate>> careDates = List.of();
  String defaultSort = ObjectType.NEWEST_FIRST;
  final Map<Field<?>, String> tellers = new HashMap<>();

  ObjectDescription(String name, Table<?> table) {
    this.path = name + "s";
    this.fields = new FieldList(table);
  }

  /// Where its records stand in the API, if not under the name with an s.
  protected final void path(String pluralPath) {
    path = pluralPath;
  }

  /// Where the navigation shows it, and with which icon.
  protected final void shown(String groupName, String iconName) {
    group = groupName;
    icon = iconName;
  }

  /// The field by which people call a record.
  protected final void title(Field<String> column) {
    title = column;
  }

  /// What the search over everything looks into; the title always.
  protected final void search(Field<?>... columns) {
    searched.addAll(Arrays.asList(columns));
  }

  /// The fields by which an import recognises a record that is already there.
  protected final void matchBy(Field<?>... columns) {
    matchKeys.addAll(Arrays.asList(columns));
  }

  /// What two records have in common if they are probably the same one.
  protected final void match(MatchKind kind, Field<?>... columns) {
    for (var column : columns) {
      matches.add(new FieldList.MatchColumn(kind, column));
    }
  }

  protected final void choice(Field<String> column, String... values) {
    fields.kind(column, FieldKind.CHOICE);
    fields.choices(column, List.of(values));
  }

  /// Any number of these values at once.
  protected final void choices(Field<String[]> column, String... values) {
    fields.kind(column, FieldKind.CHOICES);
    fields.choices(column, List.of(values));
  }

  protected final void kind(FieldKind kind, Field<?>... columns) {
    for (var column : columns) {
      fields.kind(column, kind);
    }
  }

  /// Amounts, and where it stands in what they are; what a company adds is in the same.
  protected final void money(MoneyUnit given, Field<?>... columns) {
    moneyUnit = given;
    for (var column : columns) {
      fields.kind(column, FieldKind.MONEY);
      fields.money(column, given);
    }
  }

  /// The currency of a record's amounts; a record without one gets the company's base currency.
  protected final void currency(Field<String> column) {
    currency = column;
    fields.optional(column);
  }

  /// Fields that the program fills and nobody edits.
  protected final void computed(Field<?>... columns) {
    fields.readOnly(columns);
  }

  /// A column that a rule of the module fills where a person leaves it empty.
  protected final void filled(Field<?> column) {
    fields.optional(column);
  }

  /// Columns that are no fields at all, such as a password's hash.
  protected final void leaveOut(Field<?>... columns) {
    fields.leaveOut(columns);
  }

  /// Whose record it is; roles with the scopes own, unit and subtree go by these.
  protected final void ownedBy(Field<UUID> ownerColumn, Field<UUID> unitColumn) {
    owner = ownerColumn;
    unit = unitColumn;
  }

  /// Who may see the record that this reference points to may see this one too.
  protected final void follows(Field<UUID> parentReference) {
    follows.add(parentReference);
  }

  /// A reference to the same kind of record that must not run in a circle.
  protected final void hierarchy(Field<UUID> parentReference) {
    hierarchy = parentReference;
  }

  /// A hierarchy in which people look at all of the records as a tree; for kinds with few records.
  protected final void tree(Field<UUID> parentReference) {
    hierarchy(parentReference);
    tree = parentReference;
  }

  protected final void extend(Extension extension) {
    fields.extend(extension);
  }

  /// A headed group of fields on forms and record pages, in the order given.
  protected final void section(String sectionName, Field<?>... columns) {
    sections.add(new Section(sectionName, names(Arrays.asList(columns))));
  }

  /// What a short form asks for beside the required fields.
  protected final void quickCreate(Field<?>... columns) {
    quick.addAll(Arrays.asList(columns));
  }

  protected final void defaultList(Field<?>... columns) {
    defaultList.addAll(Arrays.asList(columns));
  }

  protected final void defaultSort(String sort) {
    defaultSort = sort;
  }

  /// Makes its records part of the history of those that the references point to.
  protected final void timelineOf(Field<?> at, Field<String> text, List<Field<UUID>> references) {
    timeline = new TimelineEntry(references, at, text, null);
  }

  /// What is not done by when it is due stands ahead in those histories.
  protected final void planned(Field<?> due, Field<Boolean> done) {
    var known = Objects.requireNonNull(timeline);
    timeline =
        new TimelineEntry(
            known.references(), known.at(), known.text(), new TimelineEntry.Plan(due, done));
  }

  /// Days that come again every year, on which people think of somebody.
  protected final void careDates(List<Field<LocalDate>> columns) {
    careDates = columns;
  }

  /// A field that is computed from others whenever it is read, and never stored.
  protected final void derived(Field<?> field, Formula formula) {
    fields.derive(field, formula);
  }

  /// Stored columns that tell something of another kind of record: only those see them who see as
  /// many of that kind.
  protected final void toldBy(String object, Field<?>... columns) {
    for (var column : columns) {
      tellers.put(column, object);
    }
  }

  final List<String> names(List<Field<?>> columns) {
    return columns.stream().map(column -> fields.of(column).name()).toList();
  }
}
