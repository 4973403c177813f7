package org.kezhi.search;

import static org.kezhi.db.Tables.SEARCH_FIELD;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.search.SearchTerms.Tagged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Knows which fields are searched, and gives each the tag that keeps its tokens apart.
@Component
class SearchFields {

  private static final int LETTERS = 26;
  private static final int FURTHER = 0x100;

  private final DSLContext db;
  private final Policy policy;
  private final TransactionTemplate apart;
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  SearchFields(DSLContext db, Policy policy, PlatformTransactionManager transactions) {
    this.db = db;
    this.policy = policy;
    // a tag that is known to this program must be known to all, also if the writer's wish fails
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// Whether records of this kind are found at all.
  static boolean isSearched(ObjectType type) {
    return !type.searched().isEmpty();
  }

  /// The searched fields of a kind of record, the title first.
  static List<RecordField> of(ObjectType type) {
    return Stream.concat(Stream.of(type.titleField()), type.searched().stream())
        .filter(RecordField::isStored)
        .distinct()
        .toList();
  }

  List<RecordField> visible(Viewer viewer, ObjectType type) {
    return of(type).stream()
        .filter(field -> policy.access(viewer, type, field) != FieldAccess.HIDDEN)
        .toList();
  }

  Tagged tagged(ObjectType type, RecordField field) {
    var tag = tags.computeIfAbsent(type.name() + "." + field.name(), _ -> load(type, field));
    return new Tagged(tag, field.kind());
  }

  List<Tagged> tagged(ObjectType type, List<RecordField> fields) {
    return fields.stream().map(field -> tagged(type, field)).toList();
  }

  private String load(ObjectType type, RecordField field) {
    Integer number = apart.execute(_ -> number(type.name(), field.name()));
    if (number == null) {
      throw new IllegalStateException("No tag for " + field.name());
    }
    return Character.toString(number <= LETTERS ? 'A' + number - 1 : FURTHER + number);
  }

  private int number(String object, String field) {
    db.insertInto(SEARCH_FIELD, SEARCH_FIELD.OBJECT, SEARCH_FIELD.FIELD)
        .values(object, field)
        .onConflictDoNothing()
        .execute();
    return db.select(SEARCH_FIELD.TAG)
        .from(SEARCH_FIELD)
        .where(SEARCH_FIELD.OBJECT.eq(object))
        .and(SEARCH_FIELD.FIELD.eq(field))
        .fetchSingle(SEARCH_FIELD.TAG);
  }
}
