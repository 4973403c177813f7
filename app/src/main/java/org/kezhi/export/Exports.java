package org.kezhi.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.job.Jobs;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Labels;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Starts exports and hands their files to those who asked for them.
@Service
class Exports {

  private static final Duration KEPT = Duration.ofDays(2);
  private static final int MOST_AT_ONCE = 5;

  private final ExportRepository exports;
  private final ExportFiles files;
  private final RecordQueries records;
  private final ObjectTypes types;
  private final FilterReader filters;
  private final Labels labels;
  private final Jobs jobs;
  private final Clock clock;

  Exports(
      ExportRepository exports,
      ExportFiles files,
      RecordQueries records,
      ObjectTypes types,
      FilterReader filters,
      Labels labels,
      Jobs jobs,
      Clock clock) {
    this.exports = exports;
    this.files = files;
    this.records = records;
    this.types = types;
    this.filters = filters;
    this.labels = labels;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// Refuses what cannot be exported now, not when somebody comes back for it.
  @Transactional
  UUID start(Viewer viewer, CreateExport wanted, Locale language) {
    var type = exportable(viewer, wanted.object());
    records.check(viewer, type, wanted.query(filters));
    if (wanted.format() == ExportFormat.VCARD && !Cards.isKnown(type)) {
      throw ExportProblem.NO_CARDS.with();
    }
    if (exports.underWay(viewer.id()) >= MOST_AT_ONCE) {
      throw ExportProblem.TOO_MANY_EXPORTS.with(MOST_AT_ONCE);
    }
    var id = Ids.next();
    var subject = labels.text(language, "object." + type.name() + ".plural");
    var job = jobs.start(ExportJob.NAME, subject, new ExportJob.Payload(id), viewer.id());
    exports.insert(viewer, new ExportRepository.Draft(id, wanted, language, job, now().plus(KEPT)));
    return id;
  }

  private ObjectType exportable(Viewer viewer, String object) {
    return types
        .named(object)
        .filter(type -> viewer.rights(type.name()).mayExport())
        .orElseThrow(() -> CommonProblem.NOT_ALLOWED.with());
  }

  List<ListExport> list(Viewer viewer) {
    return exports.of(viewer.id()).stream()
        .filter(export -> isFor(viewer, export))
        .map(StoredExport::shown)
        .toList();
  }

  ListExport get(Viewer viewer, UUID id) {
    return own(viewer, id).shown();
  }

  /// The file of an export that is written. Whoever has lost or gained rights since sees another
  /// list now, and has to ask for it anew.
  Path content(Viewer viewer, UUID id) {
    var export = own(viewer, id);
    if (export.rights() == null) {
      throw ExportProblem.EXPORT_NOT_READY.with();
    }
    var file = files.path(id);
    if (!export.rights().equals(Rights.of(viewer))
        || export.shown().expiresAt().isBefore(now())
        || !Files.isRegularFile(file)) {
      throw ExportProblem.EXPORT_GONE.with();
    }
    return file;
  }

  @Transactional
  void delete(Viewer viewer, UUID id) {
    var export = own(viewer, id).shown();
    if (List.of("queued", "running").contains(export.state())) {
      jobs.cancel(export.jobId());
    } else {
      exports.delete(id);
      files.delete(id);
    }
  }

  private StoredExport own(Viewer viewer, UUID id) {
    return exports
        .find(id)
        .filter(export -> isFor(viewer, export))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private static boolean isFor(Viewer viewer, StoredExport export) {
    return export.createdBy().equals(viewer.id())
        && viewer.rights(export.shown().object()).mayExport();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
