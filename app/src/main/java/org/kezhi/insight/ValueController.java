package org.kezhi.insight;

import static org.jooq.impl.DSL.noCondition;
import static org.kezhi.db.Tables.CUSTOMER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.measure.ValueOverview;
import org.kezhi.measure.ValueSettings;
import org.kezhi.measure.ValueSettings.AsOf;
import org.kezhi.measure.ValueSettings.AsOfMode;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.ProblemAnswers;
import org.kezhi.record.ObjectTypes;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows what customers are worth, as far as the viewer may see them, and computes it anew.
@RestController
@RequestMapping("/api/value")
@PreAuthorize("isAuthenticated()")
class ValueController {

  private final ValueFigures figures;
  private final Units units;
  private final Policy policy;
  private final ObjectTypes types;
  private final DSLContext db;

  ValueController(
      ValueFigures figures, Units units, Policy policy, ObjectTypes types, DSLContext db) {
    this.figures = figures;
    this.units = units;
    this.policy = policy;
    this.types = types;
    this.db = db;
  }

  /// @param asOf `today`, `lastSale` or a day; nothing means what the settings say
  record StartValueRun(@Nullable String asOf) {}

  /// A run that was put into the queue.
  record StartedValueRun(UUID id, String kind, String state) {}

  /// The latest runs, the newest first.
  record ValueRunList(List<ValueRun> items) {}

  @GetMapping("/overview")
  ValueOverview getValueOverview(Viewer viewer, @RequestParam @Nullable UUID unit) {
    requireAllFigures(viewer);
    var all = policy.seesAll(viewer, types.in(CUSTOMER)) && unit == null;
    return all ? figures.overview() : figures.overview(visible(viewer).and(units.at(unit)));
  }

  @GetMapping("/report")
  ValueReport getValueReport(Viewer viewer) {
    return ValueReport.of(getValueOverview(viewer, null));
  }

  @GetMapping("/runs")
  ValueRunList listValueRuns(Viewer viewer) {
    viewer.require(Permission.VALUE_READ);
    return new ValueRunList(figures.runs());
  }

  @PostMapping("/runs")
  ResponseEntity<StartedValueRun> startValueRun(
      Viewer viewer, @RequestBody(required = false) @Nullable StartValueRun command) {
    viewer.require(Permission.VALUE_RUN);
    var asOf = command == null ? null : command.asOf();
    var job = figures.start(asOf == null ? null : day(asOf), viewer.id());
    return ResponseEntity.accepted()
        .location(URI.create("/api/jobs/" + job))
        .body(new StartedValueRun(job, ValueRunJob.NAME, "queued"));
  }

  @GetMapping("/customers/{id}/explanation")
  ValueExplanation explainCustomerValue(
      Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    requireAllFigures(viewer);
    var mine = CUSTOMER.ID.eq(id).and(CUSTOMER.DELETED_AT.isNull()).and(visible(viewer));
    if (!db.fetchExists(CUSTOMER, mine)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    return figures.explanation(id, ProblemAnswers.language(request));
  }

  /// Sums over few customers tell the figures of each, and an explanation names them all, so that
  /// both are for those who may see every figure.
  private void requireAllFigures(Viewer viewer) {
    viewer.require(Permission.VALUE_READ);
    var type = types.in(CUSTOMER);
    if (type.fields().stream()
        .filter(field -> field.extension() != null)
        .anyMatch(field -> policy.access(viewer, type, field) == FieldAccess.HIDDEN)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  @GetMapping("/settings")
  ValueSettings getValueSettings(Viewer viewer) {
    viewer.require(Permission.VALUE_READ);
    return figures.settings();
  }

  @PutMapping("/settings")
  ValueSettings changeValueSettings(Viewer viewer, @Valid @RequestBody ValueSettings changed) {
    viewer.require(Permission.ADMIN_SETTINGS);
    figures.changeSettings(changed);
    return figures.settings();
  }

  private Condition visible(Viewer viewer) {
    var type = types.in(CUSTOMER);
    return policy.seesAll(viewer, type)
        ? noCondition()
        : policy.rows(viewer, Use.READ, type, CUSTOMER);
  }

  private static AsOf day(String asOf) {
    for (var mode : List.of(AsOfMode.today, AsOfMode.lastSale)) {
      if (mode.name().equals(asOf)) {
        return new AsOf(mode, null);
      }
    }
    try {
      return new AsOf(AsOfMode.fixed, LocalDate.parse(asOf));
    } catch (DateTimeException _) {
      throw ValueProblem.BAD_DAY.with(asOf);
    }
  }
}
