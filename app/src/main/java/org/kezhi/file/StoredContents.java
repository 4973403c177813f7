package org.kezhi.file;

import static org.jooq.impl.DSL.rand;
import static org.kezhi.db.Tables.FILE_CONTENT;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Every content that the database knows lies in the store as it came, and nothing else lies there.
/// Sizes are compared for all, hashes for some at each time.
@Component
class StoredContents implements Invariant {

  private static final int BATCH = 1_000;
  private static final int SAMPLE = 100;
  private static final long MOST_HASHED = 512L << 20;

  private final DSLContext db;
  private final ContentStore store;
  private final AttachmentRepository files;
  private final Clock clock;

  StoredContents(DSLContext db, ContentStore store, AttachmentRepository files, Clock clock) {
    this.db = db;
    this.store = store;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "storedContents";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var wrong = new ArrayList<String>();
    var checked = new AtomicLong();
    try (var contents =
        db
            .select(FILE_CONTENT.SHA256, FILE_CONTENT.SIZE)
            .from(FILE_CONTENT)
            .fetchSize(BATCH)
            .stream()) {
      contents.forEach(content -> {
        checked.incrementAndGet();
        if (!hasSize(content.value1(), content.value2())) {
          wrong.add("missing " + content.value1());
        }
      });
    }
    var names = new ArrayList<String>();
    store.forEachSince(
        clock.instant().minus(FileUpkeep.UNDER_WAY),
        name -> {
          checked.incrementAndGet();
          names.add(name);
          if (names.size() == BATCH) {
            addStray(wrong, names);
          }
        });
    addStray(wrong, names);
    addDamaged(wrong);
    return new Finding(checked.get(), wrong.size(), wrong.stream().limit(MOST_EXAMPLES).toList());
  }

  private void addStray(List<String> wrong, List<String> names) {
    var kept = files.kept(names);
    names.stream().filter(name -> !kept.contains(name)).forEach(name -> wrong.add("stray " + name));
    names.clear();
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
      if (left > 0 && hasSize(content.value1(), content.value2()) && isDamaged(content.value1())) {
        wrong.add("damaged " + content.value1());
      }
    }
  }

  private boolean hasSize(String sha256, long size) {
    return store
        .find(sha256)
        .filter(file -> {
          try {
            return Files.size(file) == size;
          } catch (IOException _) {
            return false;
          }
        })
        .isPresent();
  }

  private boolean isDamaged(String sha256) {
    try {
      return !Arriving.Hash.of(store.get(sha256)).equals(sha256);
    } catch (IOException _) {
      return true;
    }
  }
}
