package org.kezhi.customization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezhi.formula.FormulaError;
import org.kezhi.formula.FormulaTexts;
import org.kezhi.formula.Formulas;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FieldValues;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.Standard;
import org.springframework.stereotype.Component;

/// Says what is wrong with a custom field before anything is changed for it.
@Component
class FieldRules {

  private static final int MOST_CHOICES = 500;
  private static final int MOST_DECIMALS = 6;
  private static final Set<String> COLORS =
      Set.of("brand", "gold", "blue", "purple", "attention", "loss", "neutral");

  private final ObjectTypes types;
  private final EngineFields fields;
  private final RollUps rollUps;
  private final Formulas formulas;

  FieldRules(ObjectTypes types, EngineFields fields, RollUps rollUps, Formulas formulas) {
    this.types = types;
    this.fields = fields;
    this.rollUps = rollUps;
    this.formulas = formulas;
  }

  /// The field that somebody wants to have.
  ///
  /// @param standing the field as it is; for a new one with names only
  /// @param others the formulas of other fields
  /// @throws org.kezhi.platform.Problem with everything that is wrong
  CustomField read(ObjectType type, CustomField standing, FieldDraft draft, FormulaTexts others) {
    var errors = new ArrayList<FieldError>();
    var labels =
        draft.labels() == null && !standing.labels().isEmpty()
            ? standing.labels()
            : Words.read(draft.labels(), "labels", Words.NAME, errors);
    var wanted =
        new CustomField(
            standing.id(),
            standing.object(),
            standing.name(),
            standing.column(),
            standing.kind(),
            labels,
            help(standing, draft, errors),
            either(draft.required(), standing.required()),
            either(draft.unique(), standing.unique()),
            either(draft.searchable(), standing.searched()),
            decimals(standing, draft, errors),
            reference(standing, draft, errors),
            standard(standing, draft),
            formula(standing, draft, errors),
            standing.rollUp(),
            either(draft.retired(), standing.retired()),
            choices(standing, draft, errors));
    check(wanted, errors);
    refuse(errors);
    checkStandard(type, wanted);
    return wanted.formula() == null
        ? wanted
        : wanted.ofKind(kind(type, wanted.name(), wanted.formula(), others));
  }

  /// What the values of a formula are.
  ///
  /// @param others the formulas of other fields
  /// @throws org.kezhi.platform.Problem if there is something wrong with the formula
  FieldKind kind(ObjectType type, String field, String formula, FormulaTexts others) {
    try {
      return formulas.compile(type, field, formula, others).kind();
    } catch (FormulaError wrong) {
      throw CommonProblem.INVALID.in(List.of(wrong.in("formula")));
    }
  }

  /// What a new field is before anything else is known of it.
  CustomField begin(ObjectType type, FieldDraft draft, CustomNames.Made made) {
    var rollUp = draft.rollUp();
    var result =
        rollUp == null ? new RollUps.Result(kind(draft), null) : rollUps.result(type, rollUp);
    return new CustomField(
        Ids.next(),
        type.name(),
        made.name(),
        made.column(),
        result.kind(),
        new Words(null, null),
        null,
        false,
        false,
        false,
        result.decimals(),
        null,
        null,
        draft.formula(),
        rollUp,
        false,
        List.of());
  }

  /// What a formula's values are is known when it is compiled.
  private static FieldKind kind(FieldDraft draft) {
    if (draft.formula() != null) {
      return FieldKind.TEXT;
    }
    try {
      return FieldKind.of(Objects.requireNonNullElse(draft.kind(), ""));
    } catch (IllegalArgumentException _) {
      throw CommonProblem.INVALID.in(
          List.of(FieldError.of("kind", draft.kind() == null ? "required" : "unknownKind")));
    }
  }

  private static void check(CustomField field, List<FieldError> errors) {
    var kind = field.kind();
    var isLong = kind == FieldKind.LONG_TEXT;
    if (field.unique()
        && (isLong || kind == FieldKind.YES_NO || kind.isChoice() || kind.isMany())) {
      errors.add(FieldError.of("unique", "notForKind"));
    }
    if (field.searched() && !kind.isText()) {
      errors.add(FieldError.of("searchable", "notForKind"));
    }
    if (field.isComputed() && (field.required() || field.unique())) {
      errors.add(FieldError.of(field.unique() ? "unique" : "required", "readOnly"));
    }
    if (field.defaultValue() != null
        && !isMoving(field)
        && (field.isComputed() || field.unique() || kind.isReference() || kind.isMany())) {
      errors.add(FieldError.of("defaultValue", "notForKind"));
    }
  }

  private static @Nullable Words help(
      CustomField standing, FieldDraft draft, List<FieldError> errors) {
    var help = draft.help();
    if (help == null) {
      return standing.help();
    }
    return help.isEmpty() ? null : Words.read(help, "help", Words.TEXT, errors);
  }

  private static @Nullable String formula(
      CustomField standing, FieldDraft draft, List<FieldError> errors) {
    if (draft.formula() != null && standing.formula() == null) {
      errors.add(FieldError.of("formula", "readOnly"));
    }
    return draft.formula() == null ? standing.formula() : draft.formula();
  }

  private static @Nullable Integer decimals(
      CustomField standing, FieldDraft draft, List<FieldError> errors) {
    if (standing.kind() != FieldKind.NUMBER) {
      return null;
    }
    var decimals = draft.decimals();
    if (standing.decimals() != null) {
      if (decimals != null && !decimals.equals(standing.decimals())) {
        errors.add(FieldError.of("decimals", "readOnly"));
      }
      return standing.decimals();
    } else if (decimals != null && (decimals < 0 || decimals > MOST_DECIMALS)) {
      errors.add(FieldError.of("decimals", "outOfRange", 0, MOST_DECIMALS));
    }
    return decimals == null ? 0 : decimals;
  }

  private @Nullable String reference(
      CustomField standing, FieldDraft draft, List<FieldError> errors) {
    if (!standing.kind().isReference() || standing.reference() != null) {
      return standing.reference();
    } else if (draft.reference() == null) {
      errors.add(FieldError.of("reference", "required"));
    } else if (types.named(draft.reference()).isEmpty()) {
      errors.add(FieldError.of("reference", "unknownObject"));
    }
    return draft.reference();
  }

  private static @Nullable String standard(CustomField standing, FieldDraft draft) {
    var given = draft.defaultValue();
    if (given == null) {
      return standing.defaultValue();
    }
    return given.isBlank() ? null : given.strip();
  }

  private void checkStandard(ObjectType type, CustomField field) {
    if (field.defaultValue() == null || isMoving(field)) {
      return;
    }
    try {
      var value = FieldValues.read(fields.field(type, field), field.defaultValue());
      var isRetired =
          field.choices().stream().anyMatch(c -> c.retired() && c.value().equals(value));
      if (isRetired) {
        refuse(List.of(FieldError.of("defaultValue", "retiredChoice")));
      }
    } catch (FieldValues.NotAValue wrong) {
      refuse(List.of(FieldError.of("defaultValue", wrong.code(), wrong.arguments())));
    }
  }

  /// Whether it is the day or the person of the moment, where the field is for that.
  private static boolean isMoving(CustomField field) {
    return Standard.TODAY.equals(field.defaultValue()) && field.kind() == FieldKind.DATE
        || Standard.ME.equals(field.defaultValue())
            && field.kind() == FieldKind.REFERENCE
            && "user".equals(field.reference());
  }

  private static List<CustomChoice> choices(
      CustomField standing, FieldDraft draft, List<FieldError> errors) {
    if (!standing.kind().isChoice()) {
      return List.of();
    }
    var given = draft.choices();
    if (given == null && !standing.choices().isEmpty()) {
      return standing.choices();
    } else if (given == null || given.isEmpty()) {
      errors.add(FieldError.of("choices", "required"));
      return List.of();
    } else if (given.size() > MOST_CHOICES) {
      errors.add(FieldError.of("choices", "tooMany", MOST_CHOICES));
      return List.of();
    }
    var taken = new HashSet<String>();
    standing.choices().forEach(choice -> taken.add(choice.value()));
    var read = new ArrayList<CustomChoice>();
    for (var choice : given) {
      read.add(choice(standing, choice, "choices[" + read.size() + "]", taken, errors));
    }
    if (read.stream().map(CustomChoice::value).distinct().count() < read.size()) {
      errors.add(FieldError.of("choices", "taken"));
    }
    return read;
  }

  private static CustomChoice choice(
      CustomField standing,
      FieldDraft.Choice given,
      String name,
      Set<String> taken,
      List<FieldError> errors) {
    var labels = Words.read(given.labels(), name + ".labels", Words.NAME, errors);
    if (given.color() != null && !COLORS.contains(given.color())) {
      errors.add(FieldError.of(name + ".color", "notAChoice", String.join(", ", COLORS)));
    }
    var value = given.value();
    if (value == null) {
      value = CustomNames.choice(Objects.requireNonNullElse(labels.en(), ""), taken::contains);
      taken.add(value);
    } else if (standing.choices().stream().noneMatch(c -> c.value().equals(given.value()))) {
      errors.add(FieldError.of(name + ".value", "unknownChoice"));
    }
    return new CustomChoice(value, labels, given.color(), either(given.retired(), false));
  }

  private static boolean either(@Nullable Boolean wanted, boolean standing) {
    return wanted == null ? standing : wanted;
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
  }
}
