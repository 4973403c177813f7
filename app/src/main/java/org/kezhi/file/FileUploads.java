package org.kezhi.file;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.db.tables.records.FileUploadRecord;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;

/// Takes files in, piece by piece; each goes on where it was, after whatever has interrupted it.
@Service
class FileUploads {

  private final UploadRepository uploads;
  private final Arriving arriving;
  private final Arrivals arrivals;
  private final AttachmentQueries files;
  private final LargestFile largest;
  private final ObjectTypes types;
  private final Policy policy;
  private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();

  FileUploads(
      UploadRepository uploads,
      Arriving arriving,
      Arrivals arrivals,
      AttachmentQueries files,
      LargestFile largest,
      ObjectTypes types,
      Policy policy) {
    this.uploads = uploads;
    this.arriving = arriving;
    this.arrivals = arrivals;
    this.files = files;
    this.largest = largest;
    this.types = types;
    this.policy = policy;
  }

  /// Announces a file, or finds the announcement of the same file that was interrupted.
  FileUpload begin(Viewer viewer, CreateUpload wanted) {
    files.requireChangeable(viewer, type(viewer, wanted.object()), wanted.record());
    if (wanted.file() != null) {
      requireSameRecord(viewer, wanted, wanted.file());
    }
    largest.require(wanted.size());
    var name = FileNames.of(wanted.name());
    var unfinished = uploads.unfinished(wanted, viewer.id());
    if (unfinished.isPresent()) {
      return view(unfinished.get());
    }
    arriving.requireRoom(wanted.size());
    return get(viewer, uploads.insert(wanted, name, viewer.id()));
  }

  private void requireSameRecord(Viewer viewer, CreateUpload wanted, UUID file) {
    var known = files.reach(viewer, file).present();
    if (!known.record().equals(wanted.record()) || !known.object().equals(wanted.object())) {
      throw CommonProblem.NOT_FOUND.with();
    }
  }

  List<FileUpload> unfinished(Viewer viewer, ObjectType type, UUID record) {
    files.of(viewer, type, record);
    return uploads.unfinished(type.name(), record, viewer.id()).stream().map(this::view).toList();
  }

  FileUpload get(Viewer viewer, UUID id) {
    return view(own(viewer, id));
  }

  /// Takes the next piece, which may be all of the file.
  FileUpload receive(Viewer viewer, UUID id, Piece piece) {
    var upload = own(viewer, id);
    files.requireChangeable(viewer, type(viewer, upload.getObject()), upload.getRecordId());
    if (upload.getDone()) {
      return view(upload);
    }
    if (!atWork.add(id)) {
      throw FileProblem.UPLOAD_BUSY.with();
    }
    try {
      append(upload, piece);
      uploads.touch(id);
      if (arriving.size(id) == upload.getSize()) {
        arrivals.finish(viewer, upload);
      }
    } finally {
      atWork.remove(id);
    }
    return get(viewer, id);
  }

  /// A piece of a file.
  ///
  /// @param offset where it begins
  /// @param length how long it says to be; less than zero where it says nothing
  record Piece(long offset, long length, InputStream bytes) {}

  private void append(FileUploadRecord upload, Piece piece) {
    var received = arriving.size(upload.getId());
    if (piece.offset != received) {
      throw FileProblem.UPLOAD_GOES_ON_ELSEWHERE.with().carrying("received", received);
    }
    var rest = upload.getSize() - received;
    if (piece.length > rest) {
      throw FileProblem.UPLOAD_TOO_LONG.with();
    }
    arriving.append(upload.getId(), piece.bytes, rest);
  }

  void cancel(Viewer viewer, UUID id) {
    own(viewer, id);
    uploads.delete(id);
    arriving.delete(id);
  }

  private FileUploadRecord own(Viewer viewer, UUID id) {
    return uploads
        .find(id, viewer.id())
        .filter(upload ->
            types.named(upload.getObject()).filter(t -> policy.maySee(viewer, t)).isPresent())
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private ObjectType type(Viewer viewer, String object) {
    return types
        .named(object)
        .filter(type -> policy.maySee(viewer, type))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private FileUpload view(FileUploadRecord upload) {
    return new FileUpload(
        upload.getId(),
        upload.getObject(),
        upload.getRecordId(),
        upload.getName(),
        upload.getSize(),
        upload.getDone() ? upload.getSize() : arriving.size(upload.getId()),
        upload.getMark(),
        upload.getAttachmentId(),
        upload.getDone(),
        upload.getCreatedAt());
  }
}
