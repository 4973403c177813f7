package org.kezhi.file;

import static org.jooq.impl.DSL.rand;
import static org.kezhi.db.Tables.FILE_CONTENT;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Component;

/// Every content that the database knows lies in the store as it came, and nothing else lies there.
/// Sizes are compared for all, hashes for some at each time.
@Component
class StoredContents implements Invariant {

  private static final int SAMPLE = 100;
  private static final long MOST_HASHED = 512L << 20;

  private final DSLContext db;
  private final ContentStore store;
  private final Clock clock;

  StoredContents(DSLContext db, ContentStore store, Clock clock) {
    this.db = db;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "storedContents";
  }

  @Override
  public Finding check() {
    var wrong = new ArrayList<String>();
    var lately = clock.instant().minus(FileUpkeep.UNDER_WAY);
    var checked = 0L;
    for (var place : ContentStore.places()) {
      var known = known(place);
      var there = store.in(place);
      checked += known.size() + there.size();
      compare(known, there, lately, wrong);
    }
    addDamaged(wrong);
    return new Finding(checked, wrong.size(), wrong.stream().limit(MOST_EXAMPLES).toList());
  }

  private Map<String, Long> known(String place) {
    return db.select(FILE_CONTENT.SHA256, FILE_CONTENT.SIZE)
        .from(FILE_CONTENT)
        .where(FILE_CONTENT.SHA256.between(place + "0".repeat(62), place + "f".repeat(62)))
        .fetchMap(FILE_CONTENT.SHA256, FILE_CONTENT.SIZE);
  }

  private static void compare(
      Map<String, Long> known, List<ContentStore.Kept> there, Instant lately, List<String> wrong) {
    var sizes = new HashMap<String, Long>();
    for (var kept : there) {
      sizes.put(kept.name(), kept.size());
      if (!known.containsKey(kept.name()) && kept.since().isBefore(lately)) {
        wrong.add("stray " + kept.name());
      }
    }
    known.forEach((sha256, size) -> {
      if (!size.equals(sizes.get(sha256))) {
        wrong.add("missing " + sha256);
      }
    });
  }

  private void addDamaged(List<String> wrong) {
    var left = MOST_HASHED;
    var some =
        db.select(FILE_CONTENT.SHA256, FILE_CONTENT.SIZE)
            .from(FILE_CONTENT)
            .orderBy(rand())
            .limit(SAMPLE)
            .fetch();
    for (var content : some) {
      left -= content.value2();
      if (left > 0 && isDamaged(content.value1(), content.value2())) {
        wrong.add("damaged " + content.value1());
      }
    }
  }

  /// What is not there, or not in its length, was told before.
  private boolean isDamaged(String sha256, long size) {
    if (store.size(sha256).orElse(-1) != size) {
      return false;
    }
    try (var in = store.get(sha256).getInputStream()) {
      return !Arriving.Hash.of(in).equals(sha256);
    } catch (IOException _) {
      return true;
    }
  }
}
