package org.kezhi.customization;

import static org.kezhi.db.Tables.CUSTOMIZATION;
import static org.kezhi.db.Tables.CUSTOM_CHOICE;
import static org.kezhi.db.Tables.CUSTOM_FIELD;
import static org.kezhi.db.Tables.CUSTOM_OBJECT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Sequence;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.records.CustomChoiceRecord;
import org.kezhi.db.tables.records.CustomFieldRecord;
import org.kezhi.db.tables.records.CustomObjectRecord;
import org.kezhi.formula.FormulaTexts;
import org.kezhi.record.FieldKind;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what custom fields and objects are. It reads and writes in the transaction that it is
/// given: the table changes in the same one, or not at all.
@Repository
class CustomizationRepository {

  private static final Sequence<Long> NUMBERS =
      DSL.sequence(DSL.name("custom_name_seq"), SQLDataType.BIGINT);

  private final JsonMapper json;

  CustomizationRepository(JsonMapper json) {
    this.json = json;
  }

  /// All that is there at one moment.
  record Stock(
      long edition,
      List<CustomObject> objects,
      List<CustomField> fields,
      List<RenamedLabel> renamed) {

    /// The formulas of all fields that are in use.
    FormulaTexts formulas() {
      return (type, name) ->
          of(type.name()).stream()
              .filter(field -> field.name().equals(name) && !field.retired())
              .flatMap(field -> Stream.ofNullable(field.formula()))
              .findFirst();
    }

    List<CustomField> of(String object) {
      return fields.stream().filter(field -> field.object().equals(object)).toList();
    }

    Optional<CustomField> find(String object, String name) {
      return of(object).stream().filter(field -> field.name().equals(name)).findFirst();
    }
  }

  Stock read(DSLContext db) {
    var choices =
        db.selectFrom(CUSTOM_CHOICE)
            .orderBy(CUSTOM_CHOICE.POSITION)
            .fetchGroups(CUSTOM_CHOICE.FIELD_ID, CustomizationRepository::choice);
    return new Stock(
        edition(db),
        db.selectFrom(CUSTOM_OBJECT)
            .orderBy(CUSTOM_OBJECT.CREATED_AT, CUSTOM_OBJECT.ID)
            .fetch(CustomizationRepository::object),
        db.selectFrom(CUSTOM_FIELD)
            .orderBy(CUSTOM_FIELD.OBJECT, CUSTOM_FIELD.POSITION, CUSTOM_FIELD.ID)
            .fetch(row -> field(row, choices)),
        RenamedLabels.read(db));
  }

  long edition(DSLContext db) {
    return db.select(DSL.coalesce(DSL.max(CUSTOMIZATION.EDITION), DSL.inline(0L)))
        .from(CUSTOMIZATION)
        .fetchSingle()
        .value1();
  }

  /// Begins a change: one at a time in the whole cluster, and all nodes will notice.
  void beginEdition(DSLContext db) {
    db.update(CUSTOMIZATION).set(CUSTOMIZATION.EDITION, CUSTOMIZATION.EDITION.plus(1)).execute();
  }

  /// A number that no table or column bears yet.
  long nextNumber(DSLContext db) {
    return db.nextval(NUMBERS);
  }

  void save(DSLContext db, CustomObject object, UUID actor) {
    var row = new CustomObjectRecord();
    row.setId(object.id());
    row.setCreatedBy(actor);
    row.setUpdatedBy(actor);
    row.setName(object.name());
    row.setPath(object.path());
    row.setTableName(object.table());
    row.setLabelZh(object.labels().zhCN());
    row.setLabelEn(object.labels().en());
    row.setPluralZh(object.pluralLabels().zhCN());
    row.setPluralEn(object.pluralLabels().en());
    row.setIcon(object.icon());
    row.setOwned(object.owned());
    row.setRetired(object.retired());
    db.insertInto(CUSTOM_OBJECT)
        .set(row)
        .onConflict(CUSTOM_OBJECT.ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  void save(DSLContext db, CustomField field, UUID actor) {
    var row = row(field);
    row.setCreatedBy(actor);
    row.setUpdatedBy(actor);
    row.setPosition(position(db, field.object()));
    row.setFilled(field.rollUp() == null);
    db.insertInto(CUSTOM_FIELD).set(row).execute();
    saveChoices(db, field);
  }

  void change(DSLContext db, CustomField field, UUID actor) {
    var row = row(field);
    row.setUpdatedBy(actor);
    db.update(CUSTOM_FIELD)
        .set(row)
        .set(CUSTOM_FIELD.UPDATED_AT, DSL.currentOffsetDateTime())
        .where(CUSTOM_FIELD.ID.eq(field.id()))
        .execute();
    db.deleteFrom(CUSTOM_CHOICE).where(CUSTOM_CHOICE.FIELD_ID.eq(field.id())).execute();
    saveChoices(db, field);
  }

  /// The roll-ups that the records of before do not have yet.
  List<CustomField> unfilled(DSLContext db) {
    return db.selectFrom(CUSTOM_FIELD)
        .where(CUSTOM_FIELD.FILLED.isFalse())
        .fetch(row -> field(row, Map.of()));
  }

  void markFilled(DSLContext db, UUID id) {
    db.update(CUSTOM_FIELD).set(CUSTOM_FIELD.FILLED, true).where(CUSTOM_FIELD.ID.eq(id)).execute();
  }

  void delete(DSLContext db, CustomField field) {
    db.deleteFrom(CUSTOM_FIELD).where(CUSTOM_FIELD.ID.eq(field.id())).execute();
  }

  void delete(DSLContext db, CustomObject object) {
    db.deleteFrom(CUSTOM_FIELD).where(CUSTOM_FIELD.OBJECT.eq(object.name())).execute();
    db.deleteFrom(CUSTOM_OBJECT).where(CUSTOM_OBJECT.ID.eq(object.id())).execute();
  }

  void order(DSLContext db, String object, List<String> names) {
    for (var i = 0; i < names.size(); i++) {
      db.update(CUSTOM_FIELD)
          .set(CUSTOM_FIELD.POSITION, i + 1)
          .where(CUSTOM_FIELD.OBJECT.eq(object))
          .and(CUSTOM_FIELD.NAME.eq(names.get(i)))
          .execute();
    }
  }

  private static int position(DSLContext db, String object) {
    return db.fetchCount(CUSTOM_FIELD, CUSTOM_FIELD.OBJECT.eq(object)) + 1;
  }

  private static void saveChoices(DSLContext db, CustomField field) {
    var position = 0;
    for (var choice : field.choices()) {
      db.insertInto(CUSTOM_CHOICE)
          .set(CUSTOM_CHOICE.FIELD_ID, field.id())
          .set(CUSTOM_CHOICE.VALUE, choice.value())
          .set(CUSTOM_CHOICE.POSITION, position++)
          .set(CUSTOM_CHOICE.LABEL_ZH, choice.labels().zhCN())
          .set(CUSTOM_CHOICE.LABEL_EN, choice.labels().en())
          .set(CUSTOM_CHOICE.COLOR, choice.color())
          .set(CUSTOM_CHOICE.RETIRED, choice.retired())
          .execute();
    }
  }

  private CustomFieldRecord row(CustomField field) {
    var row = new CustomFieldRecord();
    row.setId(field.id());
    row.setObject(field.object());
    row.setName(field.name());
    row.setColumnName(field.column());
    row.setKind(field.kind().code());
    row.setLabelZh(field.labels().zhCN());
    row.setLabelEn(field.labels().en());
    row.setHelpZh(field.help() == null ? null : field.help().zhCN());
    row.setHelpEn(field.help() == null ? null : field.help().en());
    row.setRequired(field.required());
    row.setIsUnique(field.unique());
    row.setSearched(field.searched());
    row.setDecimals(field.decimals());
    row.setReference(field.reference());
    row.setDefaultValue(field.defaultValue());
    row.setFormula(field.formula());
    row.setRollUp(
        field.rollUp() == null ? null : JSONB.valueOf(json.writeValueAsString(field.rollUp())));
    row.setRetired(field.retired());
    return row;
  }

  private static CustomObject object(CustomObjectRecord row) {
    return new CustomObject(
        row.getId(),
        row.getName(),
        row.getPath(),
        row.getTableName(),
        new Words(row.getLabelZh(), row.getLabelEn()),
        new Words(row.getPluralZh(), row.getPluralEn()),
        row.getIcon(),
        row.getOwned(),
        row.getRetired());
  }

  private CustomField field(CustomFieldRecord row, Map<UUID, List<CustomChoice>> choices) {
    return new CustomField(
        row.getId(),
        row.getObject(),
        row.getName(),
        row.getColumnName(),
        FieldKind.of(row.getKind()),
        new Words(row.getLabelZh(), row.getLabelEn()),
        help(row.getHelpZh(), row.getHelpEn()),
        row.getRequired(),
        row.getIsUnique(),
        row.getSearched(),
        row.getDecimals(),
        row.getReference(),
        row.getDefaultValue(),
        row.getFormula(),
        rollUp(row.getRollUp()),
        row.getRetired(),
        choices.getOrDefault(row.getId(), List.of()));
  }

  private @Nullable RollUp rollUp(@Nullable JSONB stored) {
    return stored == null ? null : json.readValue(stored.data(), RollUp.class);
  }

  private static @Nullable Words help(@Nullable String chinese, @Nullable String english) {
    return chinese == null && english == null ? null : new Words(chinese, english);
  }

  private static CustomChoice choice(CustomChoiceRecord row) {
    return new CustomChoice(
        row.getValue(),
        new Words(row.getLabelZh(), row.getLabelEn()),
        row.getColor(),
        row.getRetired());
  }
}
