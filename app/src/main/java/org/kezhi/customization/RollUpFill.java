package org.kezhi.customization;

import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Computes new roll-ups for the records that were there before them, a batch at a time. From the
/// moment they are made their triggers keep them, so that nothing is missed meanwhile.
@Component
class RollUpFill {

  private static final int BATCH = 1_000;

  private final DSLContext owner;
  private final CustomizationRepository repository;
  private final ObjectTypes types;
  private final RollUpTriggers triggers;

  RollUpFill(
      @Qualifier("owner") DSLContext owner,
      CustomizationRepository repository,
      ObjectTypes types,
      RollUpTriggers triggers) {
    this.owner = owner;
    this.repository = repository;
    this.types = types;
    this.triggers = triggers;
  }

  boolean areComplete() {
    return repository.unfilled(owner).isEmpty();
  }

  /// Fills all that are not filled, and tells how many records it has gone through.
  ///
  /// @param progress is told after each batch how many records are done
  long complete(LongConsumer progress) {
    long done = 0;
    for (var field : repository.unfilled(owner)) {
      var type = types.named(field.object());
      if (type.isPresent()) {
        var table = type.get().table();
        for (var ids = after(table, new UUID(0, 0)); !ids.isEmpty(); ) {
          triggers.recompute(owner, field.column(), ids);
          done += ids.size();
          progress.accept(done);
          ids = after(table, ids.getLast());
        }
      }
      repository.markFilled(owner, field.id());
    }
    return done;
  }

  private List<UUID> after(Table<?> table, UUID last) {
    var id = StandardColumns.id(table);
    return owner.select(id).from(table).where(id.gt(last)).orderBy(id).limit(BATCH).fetch(id);
  }
}
