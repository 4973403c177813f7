package org.kezhi.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.job.Jobs;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Ids;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes many records at once, shows before what would come of it, and takes it back.
@Service
class BulkRuns {

  static final Duration UNDO_WITHIN = Duration.ofMinutes(10);
  private static final int MAX_ITEMS = 1_000_000;

  private final BulkRepository runs;
  private final ItemRepository items;
  private final Orders orders;
  private final BulkPreviews previews;
  private final ObjectTypes types;
  private final Policy policy;
  private final Jobs jobs;
  private final Clock clock;

  BulkRuns(
      BulkRepository runs,
      ItemRepository items,
      Orders orders,
      BulkPreviews previews,
      ObjectTypes types,
      Policy policy,
      Jobs jobs,
      Clock clock) {
    this.runs = runs;
    this.items = items;
    this.orders = orders;
    this.previews = previews;
    this.types = types;
    this.policy = policy;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// Writes nothing; what the changes refer to is held until it is known whether it may be.
  @Transactional
  public BulkPreview preview(Viewer viewer, BulkOrder order, Locale language) {
    return previews.show(orders.read(viewer, order), language);
  }

  /// Takes the chosen records down as they are chosen now, and starts the work.
  @Transactional
  public UUID start(Viewer viewer, BulkOrder order) {
    var chosen = orders.read(viewer, order);
    var id = Ids.next();
    runs.insert(id, viewer, order, chosen.changes());
    var count = items.insert(id, chosen.items());
    if (count == 0) {
      throw BulkProblem.NOTHING_CHOSEN.with();
    } else if (count > MAX_ITEMS) {
      throw BulkProblem.TOO_MANY_CHOSEN.with(MAX_ITEMS);
    }
    runs.started(id, count, job(viewer, BulkJob.NAME, id, count));
    return id;
  }

  /// Ends the work where it stands; what is done stays and can be undone.
  @Transactional
  public void cancel(Viewer viewer, UUID id) {
    var run = mineToSteer(viewer, id);
    var job = run.undoJobId() == null ? run.jobId() : run.undoJobId();
    if (job != null) {
      jobs.cancel(job);
    }
  }

  /// Takes back what was not changed since, for some minutes.
  @Transactional
  public void undo(Viewer viewer, UUID id) {
    var run = mineToSteer(viewer, id);
    if (!run.isOver()) {
      throw run.state().startsWith("und") ? BulkProblem.UNDONE.with() : BulkProblem.NOT_OVER.with();
    } else if (run.undoJobId() != null) {
      jobs.retry(run.undoJobId());
    } else if (undoUntil(run).isBefore(OffsetDateTime.now(clock))) {
      throw BulkProblem.UNDO_TOO_LATE.with();
    } else if (!runs.undoStarted(id, job(viewer, BulkUndoJob.NAME, id, run.position()))) {
      throw BulkProblem.UNDONE.with();
    }
  }

  /// A run that the viewer may see: their own, or any for those who look after jobs.
  BulkRun mine(Viewer viewer, UUID id) {
    return runs.find(id)
        .filter(run -> viewer.id().equals(run.createdBy()) || viewer.may(Permission.ADMIN_JOBS))
        .filter(run -> types.named(run.object()).filter(t -> policy.maySee(viewer, t)).isPresent())
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  /// A token that only reads may watch, and nothing more.
  private BulkRun mineToSteer(Viewer viewer, UUID id) {
    var run = mine(viewer, id);
    if (!viewer.isForWriting(run.object())) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    return run;
  }

  static OffsetDateTime undoUntil(BulkRun run) {
    var ended = run.endedAt();
    return (ended == null ? run.createdAt() : ended).plus(UNDO_WITHIN);
  }

  private UUID job(Viewer viewer, String kind, UUID id, long count) {
    return jobs.start(kind, String.valueOf(count), new BulkJob.Payload(id), viewer.id());
  }
}
