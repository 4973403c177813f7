package org.kezhi.mapping;

import java.util.List;
import java.util.Locale;
import org.kezhi.access.Viewer;
import org.kezhi.intake.ImportField;
import org.kezhi.intake.ImportTargets;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Labels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Says what an empty file of a kind of record has to ask for, in the words of the reader.
@Component
class Templates {

  private final ImportTargets targets;
  private final ObjectTypes types;
  private final Labels labels;

  Templates(ImportTargets targets, ObjectTypes types, Labels labels) {
    this.targets = targets;
    this.types = types;
    this.labels = labels;
  }

  /// The columns that the viewer may fill.
  Template of(Viewer viewer, String object, Locale language) {
    var type =
        types
            .named(object)
            .filter(each -> viewer.rights(each.name()).mayImport())
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    var columns =
        targets.of(type).fields(viewer.importing(), type).stream()
            .map(field -> column(field, language))
            .toList();
    var heads =
        List.of(
            labels.text(language, "template.field"),
            labels.text(language, "template.kind"),
            labels.text(language, "template.required"),
            labels.text(language, "template.values"));
    return new Template(
        title(type, language), labels.text(language, "template.help"), heads, columns);
  }

  private String title(ObjectType type, Locale language) {
    return labels.text(language, "object." + type.name() + ".plural");
  }

  private Template.Column column(ImportField field, Locale language) {
    var kind = field.rule().kind().code();
    var hint =
        field.rule().target() == null
            ? labels.find(language, "template.hint." + kind).orElse("")
            : labels.text(
                language, "template.hint." + kind, title(types.target(field.rule()), language));
    return new Template.Column(
        labels.text(language, field.label()),
        labels.text(language, "template.kind." + kind),
        field.required() ? labels.text(language, "template.yes") : "",
        field.required(),
        hint,
        choices(field, language));
  }

  private List<String> choices(ImportField field, Locale language) {
    var prefix = field.label().replaceFirst("^field", "choice") + ".";
    return field.rule().options().stream()
        .filter(option -> !option.retired())
        .map(RecordField.Option::value)
        .map(value -> labels.find(language, prefix + value).orElse(value))
        .toList();
  }
}
