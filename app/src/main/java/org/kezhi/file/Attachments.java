package org.kezhi.file;

import java.util.List;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes, removes and brings back files, for those who may change their record.
@Service
class Attachments {

  private final AttachmentQueries queries;
  private final AttachmentRepository files;
  private final PaperDates dates;
  private final ObjectTypes types;
  private final AuditContext audit;
  private final ApplicationEventPublisher events;

  Attachments(
      AttachmentQueries queries,
      AttachmentRepository files,
      PaperDates dates,
      ObjectTypes types,
      AuditContext audit,
      ApplicationEventPublisher events) {
    this.queries = queries;
    this.files = files;
    this.dates = dates;
    this.types = types;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  void change(Viewer viewer, UUID id, long seen, ChangeFile wanted) {
    var file = changeable(viewer, id).present();
    var name = wanted.name() == null ? file.name() : FileNames.of(wanted.name());
    var about = new ChangeFile(name, wanted.kind(), wanted.direction(), wanted.documentDate());
    audit.begin(viewer.id(), viewer.channel(), null);
    if (!files.update(id, seen, about, viewer.id())) {
      throw FileProblem.FILE_CHANGED.with();
    }
    files.moveFirst(id, dates.happened(about, file.versions().getLast().createdAt()));
    announce(file);
  }

  @Transactional
  void remove(Viewer viewer, UUID id) {
    var file = changeable(viewer, id).present();
    audit.begin(viewer.id(), viewer.channel(), null);
    files.remove(id, viewer.id());
    announce(file);
  }

  @Transactional
  void restore(Viewer viewer, UUID id) {
    var file = changeable(viewer, id).file();
    audit.begin(viewer.id(), viewer.channel(), null);
    files.restore(id);
    announce(file);
  }

  private AttachmentQueries.Reached changeable(Viewer viewer, UUID id) {
    var reached = queries.reach(viewer, id);
    if (!reached.mayChange()) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    return reached;
  }

  /// A record is found by the names of its files.
  private void announce(AttachedFile file) {
    types
        .named(file.object())
        .ifPresent(type -> events.publishEvent(new RecordsChanged(type, List.of(file.record()))));
  }
}
