package org.kezhi.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Describes one kind of record in one short class; everything else about it follows from this.
///
/// Names, types, lengths, not-null and foreign keys come from the generated table. A subclass says
/// in its constructor what SQL cannot say, and reads like a table of contents.
public abstract class ObjectType {

  /// A sort that every kind of record knows.
  public static final String NEWEST_FIRST = "-createdAt";

  private final String name;
  private final Table<?> table;
  private final FieldList fields;
  private String path;
  private String icon = "file";
  private String group = "records";
  private @Nullable Field<String> title;
  private @Nullable Field<UUID> owner;
  private @Nullable Field<UUID> unit;
  private @Nullable Field<UUID> hierarchy;
  private @Nullable Field<UUID> tree;
  private @Nullable Field<String> currency;
  private final List<Field<UUID>> follows = new ArrayList<>();
  private final List<Field<?>> searched = new ArrayList<>();
  private final List<Field<?>> matchKeys = new ArrayList<>();
  private final List<Field<?>> quick = new ArrayList<>();
  private final List<Field<?>> defaultList = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private @Nullable TimelineEntry timeline;
  private String defaultSort = NEWEST_FIRST;
  private volatile Customization customization = Customization.NONE;

  protected ObjectType(String name, Table<?> table) {
    this.name = name;
    this.table = table;
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

  protected final void choice(Field<String> column, String... values) {
    fields.kind(column, FieldKind.CHOICE);
    fields.choices(column, List.of(values));
  }

  protected final void kind(FieldKind kind, Field<?>... columns) {
    for (var column : columns) {
      fields.kind(column, kind);
    }
  }

  /// Amounts whose currency stands in another column of the same record.
  protected final void money(Field<String> currency, Field<?>... columns) {
    for (var column : columns) {
      fields.kind(column, FieldKind.MONEY);
      fields.currency(column, currency);
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

  /// Makes its records part of the history of the record that the reference points to.
  protected final void timelineOf(Field<UUID> reference, Field<?> at, Field<String> text) {
    timeline = new TimelineEntry(reference, at, text);
  }

  /// Takes over what a company has added to it, instead of what was known before.
  public final void customize(Customization added) {
    fields.added(added.fields());
    customization = added;
  }

  public final Customization customization() {
    return customization;
  }

  public final String name() {
    return name;
  }

  public final Table<?> table() {
    return table;
  }

  public final String path() {
    return path;
  }

  public final String icon() {
    return icon;
  }

  public final String group() {
    return group;
  }

  public final String defaultSort() {
    return defaultSort;
  }

  public final List<RecordField> fields() {
    return fields.all();
  }

  public final Optional<RecordField> field(String fieldName) {
    return fields.named(fieldName);
  }

  /// The field that a column of the table or of an extension has become.
  public final RecordField field(Field<?> column) {
    return fields.of(column);
  }

  public final RecordField titleField() {
    if (title == null) {
      throw new IllegalStateException(name + " has no title");
    }
    return fields.of(title);
  }

  public final List<RecordField> searched() {
    return withAdded(searched, customization.searched());
  }

  public final List<RecordField> matchKeys() {
    return withAdded(matchKeys, customization.matched());
  }

  public final List<String> quickCreate() {
    return namesWithAdded(quick);
  }

  public final List<String> defaultColumns() {
    return namesWithAdded(defaultList);
  }

  public final List<Section> sections() {
    return Collections.unmodifiableList(sections);
  }

  public final Optional<Field<UUID>> owner() {
    return Optional.ofNullable(owner);
  }

  public final Optional<Field<UUID>> unit() {
    return Optional.ofNullable(unit);
  }

  public final Optional<Field<UUID>> hierarchy() {
    return Optional.ofNullable(hierarchy);
  }

  public final Optional<RecordField> tree() {
    return Optional.ofNullable(tree).map(fields::of);
  }

  public final Optional<Field<String>> currency() {
    return Optional.ofNullable(currency);
  }

  public final List<Field<UUID>> follows() {
    return Collections.unmodifiableList(follows);
  }

  public final List<Extension> extensions() {
    return fields.extensions();
  }

  public final Optional<TimelineEntry> timeline() {
    return Optional.ofNullable(timeline);
  }

  /// The fields that can be written, by name.
  public final Map<String, RecordField> writable() {
    var writable = new LinkedHashMap<String, RecordField>();
    fields().stream().filter(field -> !field.readOnly()).forEach(f -> writable.put(f.name(), f));
    return writable;
  }

  /// The columns of a row that is put back as it was, those included that are no fields.
  public final List<Field<?>> columns() {
    return Stream.concat(Arrays.stream(table.fields()), customization.columns()).toList();
  }

  private List<RecordField> withAdded(List<Field<?>> columns, List<String> added) {
    return Stream.concat(
            columns.stream().map(fields::of), added.stream().flatMap(n -> field(n).stream()))
        .toList();
  }

  private List<String> namesWithAdded(List<Field<?>> columns) {
    return Stream.concat(names(columns).stream(), customization.listed().stream()).toList();
  }

  private List<String> names(List<Field<?>> columns) {
    return columns.stream().map(column -> fields.of(column).name()).toList();
  }
}
