package org.kezhi.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.kezhi.duplicate.Keys.Key;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps keys up to what records say: at once where somebody writes a few, a little later where
/// many are written, so that imports do not wait.
@Component
class KeyUpkeep {

  private static final int AT_ONCE = 100;
  private static final int BATCH = 5_000;
  private static final long PAUSE_MILLIS = 5_000;

  private final KeyRepository repository;
  private final TraitRows rows;
  private final ObjectTypes types;
  private final TransactionTemplate transaction;

  KeyUpkeep(
      KeyRepository repository,
      TraitRows rows,
      ObjectTypes types,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.rows = rows;
    this.types = types;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void on(RecordsChanged change) {
    if (change.type().matches().isEmpty()) {
      return;
    } else if (change.ids().size() <= AT_ONCE) {
      refresh(change.type(), change.ids());
    } else {
      repository.putOff(change.type(), change.ids());
    }
  }

  @Scheduled(fixedDelay = PAUSE_MILLIS, initialDelay = PAUSE_MILLIS)
  void catchUp() {
    try {
      while (Boolean.TRUE.equals(transaction.execute(_ -> refreshOldest()))) {
        // one batch in a transaction, until nothing is due
      }
    } catch (DataAccessException | TransactionException _) {
      // whoever asks the database meanwhile is told that it is away; what is due stays due
    }
  }

  /// Goes through all records of a kind.
  ///
  /// @param progress is told after each batch how many records are done
  long rebuild(ObjectType type, LongConsumer progress) {
    repository.removeStale(type);
    long done = 0;
    for (var ids = rows.after(type, new UUID(0, 0), BATCH);
        !ids.isEmpty();
        ids = rows.after(type, ids.getLast(), BATCH)) {
      refresh(type, ids);
      done += ids.size();
      progress.accept(done);
    }
    return done;
  }

  private boolean refreshOldest() {
    var due = repository.takeDue();
    due.ifPresent(one ->
        types
            .named(one.object())
            .ifPresent(type -> {
              for (var from = 0; from < one.ids().size(); from += BATCH) {
                refresh(type, one.ids().subList(from, Math.min(from + BATCH, one.ids().size())));
              }
            }));
    return due.isPresent();
  }

  private void refresh(ObjectType type, List<UUID> ids) {
    var wanted = new HashMap<UUID, Set<Key>>();
    rows.of(type, ids).forEach((id, traits) -> wanted.put(id, Keys.of(traits)));
    repository.keep(type, ids, wanted);
  }
}
