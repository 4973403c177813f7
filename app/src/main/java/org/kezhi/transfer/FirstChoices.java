package org.kezhi.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.kezhi.access.Viewer;
import org.kezhi.intake.ImportField;
import org.kezhi.intake.ImportSettings;
import org.kezhi.mapping.Mappings;
import org.kezhi.mapping.SavedMapping;
import org.kezhi.record.ObjectType;
import org.kezhi.sheet.FileHead;
import org.springframework.stereotype.Component;

/// Chooses for a file before a person does: what was kept for files like it, or a guess.
@Component
class FirstChoices {

  private final Plans plans;
  private final MappingGuess guess;
  private final Mappings mappings;

  FirstChoices(Plans plans, MappingGuess guess, Mappings mappings) {
    this.plans = plans;
    this.guess = guess;
    this.mappings = mappings;
  }

  ImportSettings guessed(Viewer viewer, ObjectType type, FileHead head) {
    var target = plans.target(type);
    var mapping = guess.guess(target.fields(viewer.importing(), type), head.headers());
    var match = target.matchFields(type).stream().filter(mapping::containsKey).findFirst();
    return new ImportSettings(mapping, match.orElse(null), "skip", List.of(), head.dateOrder());
  }

  /// A draft with the mapping that was kept for its header row, if there is one.
  ImportRun kept(Viewer viewer, ImportRun draft) {
    return mappings
        .fitting(viewer, draft.object(), names(draft))
        .map(mapping -> with(viewer, draft, mapping))
        .orElse(draft);
  }

  /// Takes a mapping as far as the file has its columns and the viewer may fill its fields. Columns
  /// that it does not know stay with what was guessed.
  ImportRun with(Viewer viewer, ImportRun draft, SavedMapping mapping) {
    var columns = names(draft);
    var target = plans.target(plans.type(draft));
    var fields = target.fields(viewer.importing(), plans.type(draft));
    var known = fields.stream().map(ImportField::name).collect(Collectors.toSet());
    var chosen = new LinkedHashMap<String, String>();
    guess
        .guess(fields, draft.headers())
        .forEach((field, column) -> {
          if (!mapping.headers().contains(column)) {
            chosen.put(field, column);
          }
        });
    mapping
        .settings()
        .mapping()
        .forEach((field, column) -> {
          if (known.contains(field) && columns.contains(column)) {
            chosen.put(field, column);
          }
        });
    var settings = mapping.settings();
    var match = settings.matchField();
    var fits = match == null || chosen.containsKey(match);
    return draft.with(
        mapping,
        new ImportSettings(
            chosen,
            fits ? match : null,
            fits ? settings.policy() : draft.settings().policy(),
            settings.createMissing(),
            settings.dateOrder()));
  }

  private static List<String> names(ImportRun draft) {
    return draft.headers().stream().map(FileHead.Header::name).toList();
  }
}
