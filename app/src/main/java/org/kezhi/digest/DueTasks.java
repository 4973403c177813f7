package org.kezhi.digest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.reading.ListQuery;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.Filter;
import org.kezhi.record.Filter.Operator;
import org.kezhi.record.Filter.Test;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;

/// The tasks of somebody that are due, as their list of activities would show them.
@Component
class DueTasks {

  private static final int MOST = 30;
  private static final List<String> FIELDS = List.of("kind", "done", "dueAt", "owner", "subject");

  private final ObjectTypes types;
  private final Policy policy;
  private final RecordQueries records;

  DueTasks(ObjectTypes types, Policy policy, RecordQueries records) {
    this.types = types;
    this.policy = policy;
    this.records = records;
  }

  /// A task by its subject.
  record Task(String path, UUID id, String title) {}

  List<Task> of(Viewer viewer, LocalDate day) {
    var type = types.named("activity").filter(known -> policy.maySee(viewer, known));
    if (type.isEmpty()
        || FIELDS.stream()
            .anyMatch(name -> policy.visibleField(viewer, type.get(), name).isEmpty())) {
      return List.of();
    }
    var due =
        new Filter.And(
            List.of(
                new Test("owner", Operator.EQ, List.of("@me")),
                new Test("done", Operator.EQ, List.of(false)),
                new Test("dueAt", Operator.LE, List.of(day.toString()))));
    var query = new ListQuery(due, List.of("dueAt"), List.of("subject", "dueAt"), MOST, null, null);
    return records.list(viewer, type.get(), query).items().stream()
        .map(item ->
            new Task(
                type.get().path(),
                UUID.fromString(String.valueOf(item.get("id"))),
                String.valueOf(item.get("subject"))))
        .toList();
  }
}
