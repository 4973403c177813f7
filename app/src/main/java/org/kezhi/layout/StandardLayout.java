package org.kezhi.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kezhi.layout.LayoutDetail.Placeable;
import org.kezhi.layout.LayoutState.LayoutSection;
import org.kezhi.layout.LayoutState.SectionWords;
import org.kezhi.platform.Labels;
import org.kezhi.reading.FieldLabels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.ObjectTypes.Incoming;
import org.kezhi.record.PagePart;
import org.kezhi.record.PagePart.Place;
import org.kezhi.record.RecordField;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What comes with the program, and what there is to arrange.
@Component
class StandardLayout {

  private static final Set<String> STAMPS =
      Set.of("createdAt", "createdBy", "updatedAt", "updatedBy");
  private static final String LEFT_OVER = "more";

  private final ObjectTypes types;
  private final Labels labels;
  private final FieldLabels names;
  private final ObjectProvider<PagePart> parts;

  StandardLayout(
      ObjectTypes types, Labels labels, FieldLabels names, ObjectProvider<PagePart> parts) {
    this.types = types;
    this.labels = labels;
    this.names = names;
    this.parts = parts;
  }

  LayoutState state(ObjectType type) {
    var placed = new HashSet<String>();
    var sections = new ArrayList<LayoutSection>();
    for (var section : type.sections()) {
      var fields = section.fields().stream().filter(name -> isOwn(type, name)).toList();
      if (!fields.isEmpty()) {
        var key = "section." + type.name() + "." + section.name();
        sections.add(new LayoutSection(section.name(), words(key), 2, fields, null));
        placed.addAll(fields);
      }
    }
    var others =
        own(type).stream().map(RecordField::name).filter(n -> !placed.contains(n)).toList();
    if (!others.isEmpty()) {
      sections.add(new LayoutSection(LEFT_OVER, words("object." + type.name()), 2, others, null));
    }
    return new LayoutState(
        sections, List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// The fields that pages and forms show; those of extensions have cards of their own.
  List<RecordField> own(ObjectType type) {
    return type.fields().stream().filter(field -> isOwn(type, field.name())).toList();
  }

  List<Placeable> fields(ObjectType type, Locale language) {
    return own(type).stream()
        .map(field ->
            new Placeable(
                field.name(), names.field(type, field, language), isRequired(field), null))
        .toList();
  }

  /// The tabs and cards that modules add, and the lists of records that refer to one.
  List<Placeable> parts(ObjectType type, Locale language) {
    var mine = parts.orderedStream().filter(part -> part.isOn(type)).toList();
    var added =
        mine.stream()
            .map(part ->
                new Placeable(
                    part.name(),
                    labels.text(language, "part." + part.name()),
                    false,
                    part.place()));
    var lists =
        types.pointing(type).stream()
            .filter(link -> mine.stream().noneMatch(part -> part.covers().contains(list(link))))
            .map(link -> new Placeable(list(link), label(link, language), false, Place.SIDE));
    return Stream.concat(added, lists).toList();
  }

  static String list(Incoming link) {
    return link.from().name() + "." + link.field().name();
  }

  private String label(Incoming link, Locale language) {
    var object = labels.text(language, "object." + link.from().name() + ".plural");
    return object + " · " + names.field(link.from(), link.field(), language);
  }

  /// Whether a form cannot do without it.
  static boolean isRequired(RecordField field) {
    return field.required() && !field.column().getDataType().defaulted();
  }

  private SectionWords words(String key) {
    return new SectionWords(labels.text(Labels.CHINESE, key), labels.text(Labels.ENGLISH, key));
  }

  private static boolean isOwn(ObjectType type, String name) {
    return name.indexOf('.') < 0 && !STAMPS.contains(name) && type.field(name).isPresent();
  }
}
