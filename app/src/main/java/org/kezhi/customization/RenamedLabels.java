package org.kezhi.customization;

import static org.kezhi.db.Tables.RENAMED_LABEL;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;

/// Lets a company call things otherwise than the program does.
@Service
class RenamedLabels {

  private final ObjectTypes types;
  private final CustomSchema schema;

  RenamedLabels(ObjectTypes types, CustomSchema schema) {
    this.types = types;
    this.schema = schema;
  }

  static List<RenamedLabel> read(DSLContext db) {
    return db.selectFrom(RENAMED_LABEL)
        .orderBy(RENAMED_LABEL.OBJECT, RENAMED_LABEL.FIELD)
        .fetch(row ->
            new RenamedLabel(
                row.getObject(),
                row.getField(),
                new Words(row.getLabelZh(), row.getLabelEn()),
                row.getPluralZh() == null
                    ? null
                    : new Words(row.getPluralZh(), row.getPluralEn())));
  }

  void rename(Viewer viewer, String object, @Nullable String field, LabelDraft draft) {
    viewer.require(Permission.ADMIN_SETTINGS);
    requireBuiltIn(object, field);
    var errors = new ArrayList<FieldError>();
    var labels = Words.read(draft.labels(), "labels", Words.NAME, errors);
    var plural =
        field == null ? Words.read(draft.pluralLabels(), "pluralLabels", Words.NAME, errors) : null;
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
    var label = new RenamedLabel(object, field, labels, plural);
    schema.change(viewer, db -> save(db, label, viewer.id()));
  }

  void takeBack(Viewer viewer, String object, @Nullable String field) {
    viewer.require(Permission.ADMIN_SETTINGS);
    requireBuiltIn(object, field);
    schema.change(viewer, db -> db.deleteFrom(RENAMED_LABEL).where(isOf(object, field)).execute());
  }

  static void forget(DSLContext db, String object) {
    db.deleteFrom(RENAMED_LABEL).where(RENAMED_LABEL.OBJECT.eq(object)).execute();
  }

  private static int save(DSLContext db, RenamedLabel label, UUID actor) {
    var row = db.newRecord(RENAMED_LABEL);
    row.setLabelZh(label.labels().zhCN());
    row.setLabelEn(label.labels().en());
    var plural = label.pluralLabels();
    row.setPluralZh(plural == null ? null : plural.zhCN());
    row.setPluralEn(plural == null ? null : plural.en());
    row.setUpdatedBy(actor);
    var changed =
        db.update(RENAMED_LABEL)
            .set(row)
            .set(RENAMED_LABEL.UPDATED_AT, DSL.currentOffsetDateTime())
            .where(isOf(label.object(), label.field()))
            .execute();
    if (changed == 0) {
      row.setId(Ids.next());
      row.setCreatedBy(actor);
      row.setObject(label.object());
      row.setField(label.field());
      return db.insertInto(RENAMED_LABEL).set(row).execute();
    }
    return changed;
  }

  private static Condition isOf(String object, @Nullable String field) {
    return RENAMED_LABEL
        .OBJECT
        .eq(object)
        .and(field == null ? RENAMED_LABEL.FIELD.isNull() : RENAMED_LABEL.FIELD.eq(field));
  }

  /// What the company has made itself is renamed where it is designed.
  private void requireBuiltIn(String object, @Nullable String field) {
    var type = types.named(object).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    if (field == null ? isMade(type) : isAdded(type, field)) {
      throw CustomizationProblem.NOT_BUILT_IN.with();
    }
  }

  private boolean isMade(ObjectType type) {
    return !types.builtIn().contains(type);
  }

  private static boolean isAdded(ObjectType type, String name) {
    var field = type.field(name).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return type.customization().fields().contains(field);
  }
}
