package org.kezhi.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.intake.CellReader;
import org.kezhi.intake.ImportField;
import org.kezhi.intake.ImportSettings;
import org.kezhi.intake.ImportTarget;
import org.kezhi.intake.ImportTargets;
import org.kezhi.intake.RowStager;
import org.kezhi.intake.Staging;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Settings;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.sheet.DateText;
import org.kezhi.sheet.FileHead;
import org.kezhi.sheet.TableFile;
import org.springframework.stereotype.Component;

/// Turns the choices of a person into a plan, and says what is wrong with them.
@Component
class Plans {

  private final ImportTargets targets;
  private final Viewers viewers;
  private final ObjectTypes types;
  private final Labels labels;
  private final Settings settings;
  private final ImportFiles files;
  private final BadRowFile badRows;

  Plans(
      ImportTargets targets,
      Viewers viewers,
      ObjectTypes types,
      Labels labels,
      Settings settings,
      ImportFiles files,
      BadRowFile badRows) {
    this.targets = targets;
    this.viewers = viewers;
    this.types = types;
    this.labels = labels;
    this.settings = settings;
    this.files = files;
    this.badRows = badRows;
  }

  ObjectType type(ImportRun run) {
    return types.named(run.object()).orElseThrow(() -> TransferProblem.INVALID_IMPORT.with());
  }

  ImportTarget target(ObjectType type) {
    return targets.of(type);
  }

  TableFile file(ImportRun run) {
    return new TableFile(
        files.path(run.id()), run.format(), run.encoding(), run.delimiter(), run.sheet());
  }

  /// What must be put right before the import can run.
  List<FieldError> check(Viewer viewer, ImportRun run) {
    var type = type(run);
    var chosen = run.settings();
    var errors = new ArrayList<>(checkMapping(viewer, run));
    if (!ImportSettings.POLICIES.contains(chosen.policy())) {
      errors.add(FieldError.of("policy", "notAChoice", String.join(", ", ImportSettings.POLICIES)));
    }
    if (!ImportSettings.DATE_ORDERS.contains(chosen.dateOrder())) {
      errors.add(FieldError.of("dateOrder", "notAChoice", "mdy, dmy"));
    }
    var match = chosen.matchField();
    if (match != null && !target(type).matchFields(type).contains(match)) {
      errors.add(
          FieldError.of(
              "matchField", "notAChoice", String.join(", ", target(type).matchFields(type))));
    }
    var creatable = target(type).creatable(viewer, type);
    if (!creatable.containsAll(chosen.createMissing())) {
      errors.add(FieldError.of("createMissing", "notAChoice", String.join(", ", creatable)));
    }
    if (errors.isEmpty()) {
      errors.addAll(target(type).check(viewer, type, chosen));
    }
    return errors;
  }

  private List<FieldError> checkMapping(Viewer viewer, ImportRun run) {
    var errors = new ArrayList<FieldError>();
    var known = new HashSet<String>();
    var type = type(run);
    target(type).fields(viewer, type).forEach(field -> known.add(field.name()));
    var columns = run.headers().stream().map(FileHead.Header::name).toList();
    for (var mapped : run.settings().mapping().entrySet()) {
      if (!known.contains(mapped.getKey())) {
        errors.add(FieldError.of(mapped.getKey(), "unknownField"));
      } else if (!columns.contains(mapped.getValue())) {
        errors.add(FieldError.of(mapped.getKey(), "unknownColumn", mapped.getValue()));
      }
    }
    return errors;
  }

  /// The plan for a run in the background, with the rights that its owner has now.
  Plan ready(ImportRun run) {
    var viewer = viewers.find(run.createdBy()).orElseThrow(() -> CommonProblem.NOT_ALLOWED.with());
    if (!viewer.rights(run.object()).mayImport()) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    var errors = check(viewer, run);
    if (!errors.isEmpty()) {
      throw TransferProblem.INVALID_IMPORT.in(errors);
    }
    return plan(viewer, run);
  }

  Plan plan(Viewer viewer, ImportRun run) {
    var type = type(run);
    var target = target(type);
    var columns = run.headers().stream().map(FileHead.Header::name).toList();
    var mapping = run.settings().mapping();
    var mapped =
        target.fields(viewer, type).stream()
            .filter(field -> mapping.containsKey(field.name()))
            .map(field -> mapped(field, mapping, columns))
            .filter(field -> field.column() >= 0)
            .toList();
    var dates = new DateText(settings.zone(), run.settings().dayFirst());
    var returned = badRows.isOurs(columns);
    var width = columns.size() - (returned ? 2 : 0);
    var stager = new RowStager(mapped, new CellReader(labels, dates), width);
    var staging = new Staging(mapped.stream().map(RowStager.MappedField::field).toList());
    return new Plan(
        run.id(),
        type,
        viewer,
        run.settings(),
        file(run),
        target,
        stager,
        staging,
        width,
        returned);
  }

  private static RowStager.MappedField mapped(
      ImportField field, Map<String, String> mapping, List<String> columns) {
    return new RowStager.MappedField(field, columns.indexOf(mapping.get(field.name())));
  }
}
