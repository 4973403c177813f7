package org.kezhi.audit;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.AUDIT_SEAL;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Chains the entries by hashes, so that nobody can change or remove one unseen, not even with the
/// owner's rights: each seal covers a stretch of entries and the seal before.
@Component
public class AuditChain {

  private static final int MOST_ENTRIES = 100_000;
  private static final int FETCHED = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] BEGINNING = new byte[32];

  /// An entry as one text that does not depend on any setting of the session.
  private static final Field<String> CONTENT =
      DSL.field(
          """
          jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint, actor, channel, run,
            object, record_id, action, changes)::text
          """,
          String.class);

  private final DSLContext owner;

  AuditChain(@Qualifier("owner") DSLContext owner) {
    this.owner = owner;
  }

  /// Seals all entries that nobody can still add to, and tells how many. While somebody writes for
  /// long, it waits a moment and leaves the rest for the next time.
  public long seal() {
    var last = newestEntry();
    if (!allBeforeAreWritten()) {
      return 0;
    }
    long sealed = 0;
    while (true) {
      var count = owner.transactionResult(transaction -> sealUpTo(transaction.dsl(), last));
      sealed += count;
      if (count < MOST_ENTRIES) {
        return sealed;
      }
    }
  }

  private long newestEntry() {
    return owner
        .select(coalesce(max(AUDIT_ENTRY.ID), inline(0L)))
        .from(AUDIT_ENTRY)
        .fetchSingle()
        .value1();
  }

  /// Whether those who may have taken a smaller number are through: numbers are given out before
  /// entries are committed. Who writes entries holds a lock on the table until then.
  private boolean allBeforeAreWritten() {
    var writers = writers();
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!writers.isEmpty() && System.nanoTime() < until) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      writers.retainAll(writers());
    }
    return writers.isEmpty();
  }

  private List<String> writers() {
    return new ArrayList<>(
        owner
            .fetch(
                """
                select distinct virtualtransaction from pg_locks
                where relation = 'public.audit_entry'::regclass and mode = 'RowExclusiveLock'
                  and database = (select oid from pg_database where datname = current_database())
                """)
            .getValues(0, String.class));
  }

  private static long sealUpTo(DSLContext db, long last) {
    db.execute("select pg_advisory_xact_lock(hashtext('kezhi audit seal'))");
    var before =
        db.selectFrom(AUDIT_SEAL).orderBy(AUDIT_SEAL.NUMBER.desc()).limit(1).fetchOptional();
    var from = before.map(seal -> seal.getLastEntry()).orElse(0L);
    var stretch = stretch(db, from, last, before.map(seal -> seal.getHash()).orElse(BEGINNING));
    if (stretch.entries > 0) {
      db.insertInto(AUDIT_SEAL)
          .set(AUDIT_SEAL.NUMBER, before.map(seal -> seal.getNumber() + 1).orElse(1L))
          .set(AUDIT_SEAL.LAST_ENTRY, stretch.lastEntry)
          .set(AUDIT_SEAL.ENTRIES, stretch.entries)
          .set(AUDIT_SEAL.HASH, stretch.hash)
          .execute();
    }
    return stretch.entries;
  }

  /// Computes all seals again and names those that no longer hold.
  public Verdict verify() {
    return owner.transactionResult(transaction -> verify(transaction.dsl()));
  }

  private static Verdict verify(DSLContext db) {
    var broken = new ArrayList<Long>();
    var seals = db.selectFrom(AUDIT_SEAL).orderBy(AUDIT_SEAL.NUMBER).fetch();
    long from = 0;
    long entries = 0;
    long number = 0;
    var hash = BEGINNING;
    for (var seal : seals) {
      var stretch = stretch(db, from, seal.getLastEntry(), hash);
      number++;
      if (!Arrays.equals(stretch.hash, seal.getHash())
          || stretch.entries != seal.getEntries()
          || number != seal.getNumber()) {
        broken.add(seal.getNumber());
      }
      entries += stretch.entries;
      from = seal.getLastEntry();
      hash = seal.getHash();
      number = seal.getNumber();
    }
    return new Verdict(
        seals.size(), entries, db.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.ID.gt(from)), broken);
  }

  private static Stretch stretch(DSLContext db, long from, long to, byte[] before) {
    var digest = sha256();
    digest.update(before);
    long entries = 0;
    long last = from;
    try (var rows =
        db.select(AUDIT_ENTRY.ID, CONTENT)
            .from(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.ID.gt(from))
            .and(AUDIT_ENTRY.ID.le(to))
            .orderBy(AUDIT_ENTRY.ID)
            .limit(MOST_ENTRIES)
            .fetchSize(FETCHED)
            .fetchLazy()) {
      for (var row : rows) {
        digest.update(row.value2().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        last = row.value1();
        entries++;
      }
    }
    return new Stretch(last, entries, digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // lives for a moment only and is never compared
  private record Stretch(long lastEntry, long entries, byte[] hash) {}

  /// What an examination of the chain found.
  ///
  /// @param unsealed how many entries no seal covers yet
  /// @param broken the numbers of the seals that do not fit their entries or the seal before
  public record Verdict(long seals, long entries, long unsealed, List<Long> broken) {

    public boolean isWhole() {
      return broken.isEmpty();
    }
  }
}
