package org.kezhi.file;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.db.tables.records.FileUploadRecord;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a file of a record out of one that has arrived: first the bytes are safe, then the row.
@Service
class Arrivals {

  private final AttachmentRepository files;
  private final UploadRepository uploads;
  private final Arriving arriving;
  private final ContentStore store;
  private final ContentTypes contentTypes;
  private final PaperDates dates;
  private final ObjectTypes types;
  private final AuditContext audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Arrivals(
      AttachmentRepository files,
      UploadRepository uploads,
      Arriving arriving,
      ContentStore store,
      ContentTypes contentTypes,
      PaperDates dates,
      ObjectTypes types,
      AuditContext audit,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.files = files;
    this.uploads = uploads;
    this.arriving = arriving;
    this.store = store;
    this.contentTypes = contentTypes;
    this.dates = dates;
    this.types = types;
    this.audit = audit;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  void finish(Viewer viewer, FileUploadRecord upload) {
    var id = upload.getId();
    var sha256 = arriving.seal(id);
    if (upload.getSha256() != null && !upload.getSha256().equals(sha256)) {
      arriving.delete(id);
      throw FileProblem.FILE_DAMAGED.with();
    }
    var type = contentTypes.of(arriving.path(id), upload.getName());
    // a store may be far away, and nobody shall wait for it with a transaction open
    store.keep(arriving.path(id), sha256);
    transaction.executeWithoutResult(_ -> {
      audit.begin(viewer.id(), viewer.channel(), null);
      files.hold(sha256);
      // by now it may have been thrown away again, as long as nothing referred to it
      store.keep(arriving.path(id), sha256);
      files.insertContent(sha256, upload.getSize(), type);
      if (uploads.finish(id, attach(upload, sha256))) {
        types
            .named(upload.getObject())
            .ifPresent(object ->
                events.publishEvent(new RecordsChanged(object, List.of(upload.getRecordId()))));
      }
    });
    arriving.delete(id);
  }

  private UUID attach(FileUploadRecord upload, String sha256) {
    var about =
        new ChangeFile(
            null,
            FileKind.of(upload.getKind()),
            upload.getDirection() == null ? null : Direction.of(upload.getDirection()),
            upload.getDocumentDate());
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var arrival =
        new AttachmentRepository.Arrival(
            upload.getObject(),
            upload.getRecordId(),
            upload.getName(),
            about,
            sha256,
            upload.getCreatedBy(),
            dates.happened(about, now));
    var earlier = upload.getAttachmentId();
    if (earlier == null) {
      return files.insert(arrival);
    } else if (!files.addVersion(earlier, arrival)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    return earlier;
  }
}
