package org.kezhi.reading;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FieldValues;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.Standard;
import org.springframework.stereotype.Component;

/// Tells what a new record would get by itself, so that forms show it before it is saved. The
/// database and the write path stay the ones who fill it in.
@Component
class FormDefaults {

  private final Policy policy;
  private final ObjectTypes types;
  private final RecordQueries records;
  private final Settings settings;
  private final Clock clock;

  FormDefaults(
      Policy policy, ObjectTypes types, RecordQueries records, Settings settings, Clock clock) {
    this.policy = policy;
    this.types = types;
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  /// The value as JSON has it; none where the field is empty at first or not the viewer's to fill.
  @Nullable Object of(Viewer viewer, ObjectType type, RecordField field) {
    if (policy.access(viewer, type, field) != FieldAccess.WRITABLE) {
      return null;
    } else if (type.owner().filter(field.column()::equals).isPresent()) {
      return me(viewer);
    } else if (type.unit().filter(field.column()::equals).isPresent()) {
      return viewer.unit() == null ? null : unit(viewer, types.target(field), viewer.unit());
    }
    return type.standard(field).map(text -> value(viewer, field, text)).orElse(null);
  }

  private @Nullable Object value(Viewer viewer, RecordField field, String text) {
    if (Standard.ME.equals(text)) {
      return me(viewer);
    } else if (Standard.TODAY.equals(text)) {
      return LocalDate.now(clock.withZone(settings.zone())).toString();
    }
    try {
      var read = FieldValues.read(field, text);
      return field.kind() == FieldKind.MONEY && read instanceof BigDecimal amount
          ? Selection.money(amount, elsewhere(field) ? null : settings.baseCurrency())
          : Selection.plain(read);
    } catch (FieldValues.NotAValue _) {
      return null;
    }
  }

  /// Whether another record says the currency, which is not chosen yet.
  private static boolean elsewhere(RecordField field) {
    return field.money() != null && !field.money().isOwn();
  }

  private static Object me(Viewer viewer) {
    return Selection.reference(viewer.id(), viewer.displayName());
  }

  private @Nullable Object unit(Viewer viewer, ObjectType units, UUID unit) {
    if (!policy.maySee(viewer, units)) {
      return null;
    }
    var title = units.titleField();
    return records.find(viewer, units, List.of(unit), List.of(title)).stream()
        .findFirst()
        .map(found -> (Object) Selection.reference(unit, found.get(title.name())))
        .orElse(null);
  }
}
