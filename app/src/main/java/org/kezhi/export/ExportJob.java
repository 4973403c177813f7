package org.kezhi.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Settings;
import org.kezhi.reading.ListCells;
import org.kezhi.reading.RecordStream;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;

/// Writes one list into its file, row by row, with the rights that its owner has at that moment. An
/// attempt that was interrupted begins anew.
@Component
class ExportJob implements JobKind {

  static final String NAME = "export";

  private static final int BUFFER = 1 << 16;
  private static final int REPORT_EVERY = 500;

  private final ExportRepository exports;
  private final ExportFiles files;
  private final RecordStream records;
  private final ListCells cells;
  private final Viewers viewers;
  private final Policy policy;
  private final ObjectTypes types;
  private final FilterReader filters;
  private final Settings settings;

  ExportJob(
      ExportRepository exports,
      ExportFiles files,
      RecordStream records,
      ListCells cells,
      Viewers viewers,
      Policy policy,
      ObjectTypes types,
      FilterReader filters,
      Settings settings) {
    this.exports = exports;
    this.files = files;
    this.records = records;
    this.cells = cells;
    this.viewers = viewers;
    this.policy = policy;
    this.types = types;
    this.filters = filters;
    this.settings = settings;
  }

  /// Which export the job is for.
  record Payload(UUID exportId) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable Object run(JobRun job) {
    var id = job.payload(Payload.class).exportId();
    var export = exports.find(id).orElse(null);
    if (export == null) {
      return null;
    }
    var viewer =
        viewers
            .find(export.createdBy())
            .map(known -> known.within(export.scopes()))
            .filter(known -> known.rights(export.wanted().object()).mayExport())
            .orElseThrow(() -> CommonProblem.NOT_ALLOWED.with());
    var type =
        types.named(export.wanted().object()).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    try {
      var rows = write(job, id, new Work(viewer, type, export));
      exports.finish(id, Rights.of(viewer), rows, Files.size(files.path(id)));
      return Map.of("records", rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stopped(JobRun job) {
    files.delete(job.payload(Payload.class).exportId());
  }

  private record Work(Viewer viewer, ObjectType type, StoredExport export) {}

  private long write(JobRun job, UUID id, Work work) throws IOException {
    var query = work.export.wanted().query(filters);
    var total = records.count(work.viewer, work.type, query);
    try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(files.path(id)), BUFFER);
        var list = list(work, out)) {
      job.progress(0, total);
      var written = new long[1];
      records.forEach(
          work.viewer,
          work.type,
          query.showing(list.columns().stream().map(field -> field.name()).toList()),
          record -> {
            list.write(record);
            if (++written[0] % REPORT_EVERY == 0) {
              job.progress(written[0], total);
            }
          });
      return written[0];
    }
  }

  private ListWriter list(Work work, OutputStream out) throws IOException {
    var wanted = work.export.wanted();
    var sheet =
        new Sheet(
            work.type,
            records.columns(work.viewer, work.type, wanted.query(filters)),
            work.export.language());
    return switch (wanted.format()) {
      case CSV -> new CsvList(sheet, cells, out);
      case XLSX -> new XlsxList(sheet, cells, settings.zone(), out);
      case VCARD ->
          new Cards(work.type, List.copyOf(policy.visibleFields(work.viewer, work.type)), out);
    };
  }
}
