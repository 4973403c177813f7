package org.kezhi.transfer;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.db.Tables;
import org.kezhi.intake.ImportCounts;
import org.kezhi.job.Jobs;
import org.kezhi.mapping.Mappings;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.sheet.FileHead;
import org.kezhi.sheet.TableFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes files of others in, runs them and takes them back.
@Service
public class Imports {

  private final ImportRepository imports;
  private final Trials trials;
  private final ImportFiles files;
  private final Plans plans;
  private final FirstChoices first;
  private final Mappings mappings;
  private final ObjectTypes types;
  private final Jobs jobs;
  private final Choices choices;

  Imports(
      ImportRepository imports,
      Trials trials,
      ImportFiles files,
      Plans plans,
      FirstChoices first,
      Mappings mappings,
      ObjectTypes types,
      Jobs jobs,
      Choices choices) {
    this.imports = imports;
    this.trials = trials;
    this.files = files;
    this.plans = plans;
    this.first = first;
    this.mappings = mappings;
    this.types = types;
    this.jobs = jobs;
    this.choices = choices;
  }

  /// Keeps a file for an import and guesses how it is meant.
  ///
  /// @param keep puts the file where it is told
  @Transactional
  public UUID create(Viewer viewer, String object, String fileName, Consumer<Path> keep) {
    var type =
        types
            .named(object)
            .filter(each -> viewer.rights(each.name()).mayImport())
            .orElseThrow(() -> CommonProblem.NOT_ALLOWED.with());
    var id = Ids.next();
    try {
      keep.accept(files.path(id));
      var size = files.size(id);
      var file = files.recognise(id);
      var head = FileHead.of(file, size);
      var draft = draft(viewer, type, new Upload(id, fileName, size), file, head);
      imports.insert(first.kept(viewer, draft));
      return id;
    } catch (RuntimeException fault) {
      files.delete(id);
      throw fault;
    }
  }

  private ImportRun draft(
      Viewer viewer, ObjectType type, Upload upload, TableFile file, FileHead head) {
    return new ImportRun(
        upload.id,
        type.name(),
        upload.fileName,
        upload.size,
        file.format(),
        file.encoding(),
        file.delimiter(),
        file.sheet(),
        file.sheets(),
        head.headers(),
        head.estimate(),
        first.guessed(viewer, type, head),
        null,
        null,
        null,
        "draft",
        0,
        ImportCounts.NONE,
        viewer.id(),
        OffsetDateTime.MIN);
  }

  /// Changes how a file is read or what is done with it.
  @Transactional
  public void change(Viewer viewer, UUID id, ChangeImport change) {
    var run = mapped(viewer, ownDraft(viewer, id), change.mapping());
    var chosen = choices.merge(run.settings(), change.settings());
    if (change.encoding() == null && change.delimiter() == null && change.sheet() == null) {
      imports.update(run.with(chosen));
      return;
    }
    var file = reread(run, change);
    var head = FileHead.of(file, run.fileSize());
    var guessed = first.guessed(viewer, plans.type(run), head);
    imports.update(run.with(head, file, Choices.fitting(chosen, guessed, head.headers())));
  }

  private ImportRun mapped(Viewer viewer, ImportRun run, @Nullable UUID mapping) {
    if (mapping == null) {
      return run;
    }
    var kept = mappings.get(viewer, mapping);
    if (!kept.object().equals(run.object())) {
      throw CommonProblem.NOT_FOUND.with();
    }
    return first.with(viewer, run, kept);
  }

  private TableFile reread(ImportRun run, ChangeImport change) {
    var encoding = change.encoding() == null ? run.encoding() : change.encoding();
    var delimiter = change.delimiter() == null ? run.delimiter() : change.delimiter();
    if (run.format() == TableFile.Format.XLSX) {
      return sheet(run, change.sheet() == null ? run.sheet() : change.sheet());
    }
    if (encoding == null || !isCharset(encoding)) {
      throw TransferProblem.INVALID_IMPORT.in(List.of(FieldError.of("encoding", "invalid")));
    } else if (delimiter == null || delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
      throw TransferProblem.INVALID_IMPORT.in(List.of(FieldError.of("delimiter", "invalid")));
    }
    return new TableFile(files.path(run.id()), run.format(), encoding, delimiter, null);
  }

  private TableFile sheet(ImportRun run, @Nullable String name) {
    if (name != null && !run.sheets().contains(name)) {
      throw TransferProblem.INVALID_IMPORT.in(List.of(FieldError.of("sheet", "invalid")));
    }
    return new TableFile(files.path(run.id()), run.format(), null, null, name);
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Has records of these kinds made where a line names one that is not there.
  @Transactional
  public void createMissing(Viewer viewer, UUID id, List<String> objects) {
    var run = ownDraft(viewer, id);
    imports.update(run.with(run.settings().creating(objects)));
  }

  /// Tries the whole file out in the background, and tells the job.
  @Transactional
  public UUID tryOut(Viewer viewer, UUID id) {
    var run = requireReady(viewer, id);
    var job = start(viewer, TrialJob.NAME, run);
    trials.begin(id, job);
    return job;
  }

  /// Starts the work.
  @Transactional
  public void run(Viewer viewer, UUID id) {
    var run = requireReady(viewer, id);
    imports.started(id, start(viewer, ImportJob.NAME, run));
  }

  /// A draft that the viewer began, held for this transaction: what is done with it happens with
  /// its owner's rights, so that nobody else may decide what that is.
  private ImportRun ownDraft(Viewer viewer, UUID id) {
    if (!viewer.id().equals(mine(viewer, id).createdBy())) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    trials.requireNone(id);
    return imports.get(id);
  }

  private ImportRun requireReady(Viewer viewer, UUID id) {
    var run = ownDraft(viewer, id);
    var errors = plans.check(viewer.importing(), run);
    if (!errors.isEmpty()) {
      throw TransferProblem.INVALID_IMPORT.in(errors);
    }
    return run;
  }

  /// Ends the work where it stands; what is done stays and can be undone. What was never started is
  /// thrown away.
  @Transactional
  public void cancel(Viewer viewer, UUID id) {
    var job = mine(viewer, id).currentJob();
    if (job == null) {
      trials.underWay(id).ifPresent(jobs::cancel);
      imports.delete(id);
      files.delete(id);
    } else {
      jobs.cancel(job);
    }
  }

  /// Takes everything back that was not changed since.
  @Transactional
  public void undo(Viewer viewer, UUID id) {
    var run = mine(viewer, id);
    if (!run.isOver()) {
      throw run.state().startsWith("und")
          ? TransferProblem.IMPORT_UNDONE.with()
          : TransferProblem.IMPORT_NOT_OVER.with();
    }
    if (run.undoJobId() != null) {
      jobs.retry(run.undoJobId());
      return;
    }
    if (!imports.undoStarted(id, start(viewer, UndoJob.NAME, run))) {
      throw TransferProblem.IMPORT_UNDONE.with();
    }
  }

  private UUID start(Viewer viewer, String kind, ImportRun run) {
    return jobs.start(kind, run.fileName(), new ImportWork.Payload(run.id()), viewer.id());
  }

  /// An import that the viewer may see: their own, or any for those who look after jobs.
  ImportRun mine(Viewer viewer, UUID id) {
    return imports
        .find(id)
        .filter(run -> viewer.id().equals(run.createdBy()) || viewer.may(Permission.ADMIN_JOBS))
        .filter(run -> viewer.rights(run.object()).mayImport())
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  List<ImportRun> list(Viewer viewer, @Nullable UUID before, int limit) {
    var objects =
        types.all().stream()
            .map(ObjectType::name)
            .filter(object -> viewer.rights(object).mayImport())
            .toList();
    var condition = Tables.IMPORT_RUN.OBJECT.in(objects);
    return imports.list(
        viewer.may(Permission.ADMIN_JOBS)
            ? condition
            : condition.and(Tables.IMPORT_RUN.CREATED_BY.eq(viewer.id())),
        before,
        limit);
  }

  /// How far an import is.
  public Progress progress(UUID id) {
    var run = imports.get(id);
    var rows = run.rowEstimate() == null ? 0 : run.rowEstimate();
    return new Progress(run.state(), run.counts().read(), rows);
  }

  /// How far an import is: lines read, and lines of the file as far as is known.
  public record Progress(String state, long read, long rows) {

    public boolean isOver() {
      return !List.of("draft", "queued", "running").contains(state);
    }
  }

  private record Upload(UUID id, String fileName, long size) {}
}
