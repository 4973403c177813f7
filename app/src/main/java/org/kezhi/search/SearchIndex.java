package org.kezhi.search;

import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.SEARCH_ENTRY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.kezhi.record.StandardColumns;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the tokens of every record, in the transaction that writes the record.
@Component
public class SearchIndex {

  private static final int BATCH = 2_000;
  private static final int SAMPLE = 31;

  private final DSLContext db;
  private final SearchFields fields;
  private final ObjectTypes types;
  private final TransactionTemplate transaction;

  SearchIndex(
      DSLContext db,
      SearchFields fields,
      ObjectTypes types,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.fields = fields;
    this.types = types;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void on(RecordsChanged change) {
    var ids = change.ids();
    if (SearchFields.isSearched(change.type())) {
      for (int from = 0; from < ids.size(); from += BATCH) {
        index(change.type(), ids.subList(from, Math.min(from + BATCH, ids.size())));
      }
    }
  }

  /// Makes all entries anew, a batch in a transaction; people can go on working meanwhile, and even
  /// take away a kind of record.
  ///
  /// @param progress is told after each batch how many records are done
  /// @return how many records are found now
  public long rebuild(LongConsumer progress) {
    long count = 0;
    for (var type : types.all()) {
      try {
        count = rebuild(type, count, progress);
      } catch (BadSqlGrammarException gone) {
        if (types.all().contains(type)) {
          throw gone;
        }
      }
    }
    return count;
  }

  private long rebuild(ObjectType type, long before, LongConsumer progress) {
    var count = before;
    removeStale(type);
    if (SearchFields.isSearched(type)) {
      var last = Optional.of(new UUID(0, 0));
      while (last.isPresent()) {
        progress.accept(count);
        var ids = batchAfter(type, last.get());
        count += ids.size();
        last = ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
      }
    }
    return count;
  }

  /// Locks the records, lest somebody's newer words be overwritten by what was read before.
  private List<UUID> batchAfter(ObjectType type, UUID last) {
    var id = StandardColumns.id(type.table());
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          var ids =
              db.select(id)
                  .from(type.table())
                  .where(id.gt(last))
                  .and(StandardColumns.deletedAt(type.table()).isNull())
                  .orderBy(id)
                  .limit(BATCH)
                  .forShare()
                  .fetch(id);
          if (!ids.isEmpty()) {
            index(type, ids);
          }
          return ids;
        }));
  }

  /// How many records there are to be found.
  long records() {
    return types.all().stream()
        .filter(SearchFields::isSearched)
        .mapToLong(
            type -> db.fetchCount(type.table(), StandardColumns.deletedAt(type.table()).isNull()))
        .sum();
  }

  /// How many records lack an entry or have one that they should not have.
  long faults() {
    return types.all().stream().mapToLong(this::faults).sum();
  }

  private long faults(ObjectType type) {
    var id = StandardColumns.id(type.table());
    var entered = select(SEARCH_ENTRY.RECORD_ID).from(SEARCH_ENTRY);
    var kept = StandardColumns.deletedAt(type.table()).isNull();
    var missing =
        SearchFields.isSearched(type)
            ? db.fetchCount(
                type.table(), kept.and(DSL.notExists(entered.where(SEARCH_ENTRY.RECORD_ID.eq(id)))))
            : 0;
    return missing + db.fetchCount(SEARCH_ENTRY, stale(type));
  }

  private void removeStale(ObjectType type) {
    db.deleteFrom(SEARCH_ENTRY).where(stale(type)).execute();
  }

  private static Condition stale(ObjectType type) {
    var kept =
        select(DSL.one())
            .from(type.table())
            .where(StandardColumns.id(type.table()).eq(SEARCH_ENTRY.RECORD_ID))
            .and(StandardColumns.deletedAt(type.table()).isNull());
    var ofType = SEARCH_ENTRY.OBJECT.eq(type.name());
    return SearchFields.isSearched(type) ? ofType.andNotExists(kept) : ofType;
  }

  private void index(ObjectType type, List<UUID> ids) {
    var rows = read(type, ids);
    enter(type, rows, besides(type, ids));
    if (rows.size() < ids.size()) {
      var gone = new HashSet<>(ids);
      rows.getValues(StandardColumns.id(type.table())).forEach(gone::remove);
      db.deleteFrom(SEARCH_ENTRY)
          .where(SEARCH_ENTRY.RECORD_ID.eq(DSL.any(gone.toArray(UUID[]::new))))
          .execute();
    }
  }

  private Result<Record> read(ObjectType type, List<UUID> ids) {
    var id = StandardColumns.id(type.table());
    var columns = new ArrayList<Field<?>>(List.of(id));
    SearchFields.of(type).forEach(field -> columns.add(field.column()));
    return db.select(columns)
        .from(type.table())
        .where(id.eq(DSL.any(ids.toArray(UUID[]::new))))
        .and(StandardColumns.deletedAt(type.table()).isNull())
        .fetch();
  }

  private List<Beside> besides(ObjectType type, List<UUID> ids) {
    return fields.beside().stream()
        .map(other -> new Beside(fields.tag(type, other.name()), other.of(type.name(), ids)))
        .toList();
  }

  /// Texts of records that are no fields of them.
  private record Beside(String tag, Map<UUID, String> texts) {}

  private void enter(ObjectType type, Result<Record> rows, List<Beside> besides) {
    var ids = new UUID[rows.size()];
    var samples = new Boolean[rows.size()];
    var tokens = new String[rows.size()];
    for (int i = 0; i < ids.length; i++) {
      var row = rows.get(i);
      var id = row.get(StandardColumns.id(type.table()));
      ids[i] = id;
      samples[i] = (id.getLeastSignificantBits() & SAMPLE) == 0;
      var vector = vector(type, row);
      besides.forEach(
          other -> vector.add(other.tag, FieldKind.TEXT, other.texts.getOrDefault(id, "")));
      tokens[i] = vector.toString();
    }
    db.execute(
        """
        insert into search_entry (record_id, object, sample, tokens)
        select id, {0}, sample, tokens::tsvector
        from unnest({1}, {2}, {3}) as entry (id, sample, tokens)
        on conflict (record_id) do update set tokens = excluded.tokens
        where search_entry.tokens <> excluded.tokens
        """,
        DSL.val(type.name()), DSL.val(ids), DSL.val(samples), DSL.val(tokens));
  }

  private TokenVector vector(ObjectType type, Record row) {
    var vector = new TokenVector();
    for (var field : SearchFields.of(type)) {
      var value = row.get(field.column());
      if (value != null) {
        var tag = fields.tagged(type, field).tag();
        vector.add(tag, field.kind(), value.toString());
        if (field.equals(type.titleField())) {
          vector.addHead(tag, value.toString());
        }
      }
    }
    return vector;
  }
}
