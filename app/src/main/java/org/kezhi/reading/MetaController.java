package org.kezhi.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Scope;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.platform.ProblemAnswers;
import org.kezhi.platform.Settings;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.PagePart;
import org.kezhi.record.RecordField;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells the screens what kinds of record there are, as far as the viewer may see them.
@RestController
@RequestMapping("/api/meta")
@PreAuthorize("isAuthenticated()")
class MetaController {

  private final ObjectTypes types;
  private final Policy policy;
  private final Labels labels;
  private final FieldLabels names;
  private final FormDefaults defaults;
  private final Settings settings;
  private final ObjectProvider<Arrangements> arrangements;
  private final ObjectProvider<PagePart> parts;

  MetaController(
      ObjectTypes types,
      Policy policy,
      Labels labels,
      FieldLabels names,
      FormDefaults defaults,
      Settings settings,
      ObjectProvider<Arrangements> arrangements,
      ObjectProvider<PagePart> parts) {
    this.types = types;
    this.policy = policy;
    this.labels = labels;
    this.names = names;
    this.defaults = defaults;
    this.settings = settings;
    this.arrangements = arrangements;
    this.parts = parts;
  }

  @GetMapping
  Meta getMeta(Viewer viewer, HttpServletRequest request) {
    var language = ProblemAnswers.language(request);
    var arranged = new HashMap<String, Arrangement>();
    arrangements.forEach(known -> arranged.putAll(known.of(viewer)));
    return new Meta(
        types.all().stream()
            .filter(type -> policy.maySee(viewer, type))
            .map(type -> object(viewer, type, arranged.get(type.name()), language))
            .toList(),
        new Meta.Company(settings.baseCurrency(), settings.zone().getId()));
  }

  private Meta.OfObject object(
      Viewer viewer, ObjectType type, @Nullable Arrangement arranged, Locale language) {
    var rights = viewer.rights(type.name());
    return new Meta.OfObject(
        type.name(),
        type.path(),
        labels.text(language, "object." + type.name()),
        labels.text(language, "object." + type.name() + ".plural"),
        type.icon(),
        type.group(),
        type.titleField().name(),
        new Meta.Rights(
            rights.create(),
            rights.update() != Scope.NONE,
            rights.delete() != Scope.NONE,
            rights.mayImport(),
            rights.mayExport()),
        visible(viewer, type, type.defaultColumns()),
        policy.defaultSort(viewer, type),
        visible(viewer, type, type.quickCreate()),
        policy.visibleFields(viewer, type).stream()
            .map(field -> field(viewer, type, field, language))
            .toList(),
        arranged == null
            ? sections(viewer, type, language)
            : sections(viewer, type, arranged, language),
        related(viewer, type, language),
        type.matchKeys().stream().map(RecordField::name).toList(),
        type.tree()
            .map(RecordField::name)
            .filter(name -> policy.visibleField(viewer, type, name).isPresent())
            .orElse(null),
        parts(type, language),
        arranged == null ? null : layout(viewer, type, arranged),
        types.all().stream()
            .filter(kind -> policy.maySee(viewer, kind) && isPartOfHistory(kind, type))
            .map(ObjectType::name)
            .toList());
  }

  private Meta.OfField field(Viewer viewer, ObjectType type, RecordField field, Locale language) {
    return new Meta.OfField(
        field.name(),
        field.kind(),
        names.field(type, field, language),
        labels.find(language, "help." + type.name() + "." + field.name()).orElse(null),
        field.required() && !field.column().getDataType().defaulted(),
        policy.access(viewer, type, field) != FieldAccess.WRITABLE,
        field.kind().isSortable(),
        field.maxLength() == 0 ? null : field.maxLength(),
        choices(type, field, language),
        field.kind().isReference() ? types.target(field).name() : null,
        field.money() == null ? null : currency(type, field.money()),
        viewer.rights(type.name()).create() ? defaults.of(viewer, type, field) : null);
  }

  /// The field with the currency, which may be one of a record to which a reference points.
  private String currency(ObjectType type, MoneyUnit unit) {
    if (unit.through() == null) {
      return type.field(unit.currency()).name();
    }
    var reference = type.field(unit.through());
    return reference.name() + "." + types.target(reference).field(unit.currency()).name();
  }

  private @Nullable List<Meta.Choice> choices(ObjectType type, RecordField field, Locale language) {
    if (!field.kind().isChoice()) {
      return null;
    }
    return field.options().stream()
        .map(option ->
            new Meta.Choice(
                option.value(),
                names.choice(type, field, option.value(), language),
                option.color(),
                option.retired()))
        .toList();
  }

  private List<Meta.OfSection> sections(Viewer viewer, ObjectType type, Locale language) {
    return type.sections().stream()
        .map(section ->
            new Meta.OfSection(
                section.name(),
                labels.text(language, "section." + type.name() + "." + section.name()),
                visible(viewer, type, section.fields()),
                null,
                false))
        .filter(section -> !section.fields().isEmpty())
        .toList();
  }

  private List<Meta.OfSection> sections(
      Viewer viewer, ObjectType type, Arrangement arranged, Locale language) {
    return arranged.sections().stream()
        .map(part ->
            new Meta.OfSection(
                part.id(),
                part.labels()
                    .getOrDefault(
                        language,
                        labels.text(language, "section." + type.name() + "." + part.id())),
                visible(viewer, type, part.fields()),
                part.columns(),
                part.conditional()))
        .filter(section -> !section.fields().isEmpty())
        .toList();
  }

  private List<Meta.OfPart> parts(ObjectType type, Locale language) {
    return parts
        .orderedStream()
        .filter(part -> part.isOn(type))
        .map(part ->
            new Meta.OfPart(
                part.name(),
                part.place(),
                labels.text(language, "part." + part.name()),
                part.covers()))
        .toList();
  }

  private Meta.OfLayout layout(Viewer viewer, ObjectType type, Arrangement arranged) {
    return new Meta.OfLayout(
        arranged.hidden(),
        arranged.tabs(),
        arranged.hiddenTabs(),
        arranged.cards(),
        arranged.hiddenCards(),
        visible(viewer, type, arranged.conditional()),
        visible(viewer, type, arranged.watched()));
  }

  private List<Meta.Link> related(Viewer viewer, ObjectType type, Locale language) {
    var links = new ArrayList<Meta.Link>();
    for (var incoming : types.pointing(type)) {
      var from = incoming.from();
      if (policy.maySee(viewer, from)
          && policy.visibleField(viewer, from, incoming.field().name()).isPresent()) {
        var plural = labels.text(language, "object." + from.name() + ".plural");
        var same = types.pointing(type).stream().filter(i -> i.from().equals(from)).count();
        var label =
            same == 1 ? plural : plural + " · " + names.field(from, incoming.field(), language);
        links.add(new Meta.Link(from.name(), incoming.field().name(), label, incoming.follows()));
      }
    }
    return links;
  }

  private List<String> visible(Viewer viewer, ObjectType type, List<String> names) {
    return names.stream()
        .filter(name -> policy.visibleField(viewer, type, name).isPresent())
        .toList();
  }

  private boolean isPartOfHistory(ObjectType kind, ObjectType of) {
    return kind.timelineReferences().stream()
        .anyMatch(reference -> types.target(reference).equals(of));
  }
}
