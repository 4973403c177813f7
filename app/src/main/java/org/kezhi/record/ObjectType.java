package org.kezhi.record;

import java.time.LocalDate;
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

/// Describes one kind of record in one short class; everything else about it follows from this.
///
/// Names, types, lengths, not-null and foreign keys come from the generated table. A subclass says
/// in its constructor what SQL cannot say, and reads like a table of contents.
public abstract class ObjectType extends ObjectDescription {

  /// A sort that every kind of record knows.
  public static final String NEWEST_FIRST = "-createdAt";

  private final String name;
  private final Table<?> table;
  private volatile Customization customization = Customization.NONE;

  protected ObjectType(String name, Table<?> table) {
    super(name, table);
    this.name = name;
    this.table = table;
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

  /// By what duplicates are recognised, what a company has added included.
  public final List<Match> matches() {
    return fields.matches(matches, customization);
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

  /// In what its amounts are, if not in base currency.
  public final Optional<MoneyUnit> moneyUnit() {
    return Optional.ofNullable(moneyUnit);
  }

  public final List<Field<UUID>> follows() {
    return Collections.unmodifiableList(follows);
  }

  /// The other kind of record that a field tells something of.
  public final Optional<String> teller(RecordField field) {
    return Optional.ofNullable(tellers.get(field.column()));
  }

  public final List<Extension> extensions() {
    return fields.extensions();
  }

  public final List<Field<LocalDate>> careDates() {
    return careDates;
  }

  public final Optional<TimelineEntry> timeline() {
    return Optional.ofNullable(timeline);
  }

  /// The references to the records in whose histories this kind stands: those that a company has
  /// added too.
  public final List<RecordField> timelineReferences() {
    return timeline == null
        ? List.of()
        : Stream.concat(
                timeline.references().stream().map(fields::of),
                customization.fields().stream()
                    .filter(field -> field.kind() == FieldKind.REFERENCE))
            .toList();
  }

  /// What a new record holds in a field unless somebody says otherwise; see [Standard].
  public final Optional<String> standard(RecordField field) {
    return Optional.ofNullable(customization.standards().get(field.name()))
        .or(() -> field.isStored() ? Standard.of(field) : Optional.empty());
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
}
