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
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.search.SearchTerms.Tagged;
import org.springframework.beans.factory.ObjectProvider;
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
  private final ObjectProvider<FoundBeside> beside;
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  SearchFields(
      DSLContext db,
      Policy policy,
      ObjectProvider<FoundBeside> beside,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.policy = policy;
    this.beside = beside;
    // a tag that is known to this program must be known to all, also if the writer's wish fails
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// By what records are found beside their fields.
  List<FoundBeside> beside() {
    return beside.stream().toList();
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
    return new Tagged(tag(type, field.name()), field.kind());
  }

  /// Where to look: in fields, and in what there is beside them.
  List<Tagged> tagged(ObjectType type, List<RecordField> fields) {
    return Stream.concat(
            fields.stream().map(field -> tagged(type, field)),
            beside.stream().map(other -> new Tagged(tag(type, other.name()), FieldKind.TEXT)))
        .toList();
  }

  String tag(ObjectType type, String name) {
    return tags.computeIfAbsent(type.name() + "." + name, _ -> load(type, name));
  }

  private String load(ObjectType type, String name) {
    Integer number = apart.execute(_ -> number(type.name(), name));
    if (number == null) {
      throw new IllegalStateException("No tag for " + name);
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
