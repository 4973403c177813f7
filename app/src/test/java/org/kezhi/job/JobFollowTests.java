package org.kezhi.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.JOB;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.Ids;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What changes while a job runs is looked at by another one.
@AppTest
class JobFollowTests {

  private static final String KIND = "forgetNotices";
  private static final JSONB NOTHING = JSONB.valueOf("null");

  @Autowired DSLContext db;
  @Autowired Jobs jobs;
  @Autowired JobRepository repository;
  @Autowired JobEnds ends;
  @Autowired List<JobKind> kinds;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void isFollowedByAnotherWhereSomethingChangedMeanwhile() {
    var running = running();
    jobs.startForChange(KIND);
    jobs.startForChange(KIND);
    assertThat(db.fetchCount(JOB)).isEqualTo(1);

    ends.done(running, kind(), NOTHING);
    assertThat(db.fetchCount(JOB)).isEqualTo(2);
    awaitAll();
    assertThat(db.fetchCount(JOB)).isEqualTo(2);
  }

  @Test
  void waitsForAChangeThatIsNotCommittedYet() throws InterruptedException {
    var running = running();
    var end = Thread.ofPlatform().unstarted(() -> ends.done(running, kind(), NOTHING));
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          jobs.startForChange(KIND);
          end.start();
        });
    end.join();

    assertThat(db.fetchCount(JOB)).isEqualTo(2);
    awaitAll();
  }

  @Test
  void isFollowedByNoneWhereItHadNotBegun() {
    var waiting = waiting();
    jobs.startForChange(KIND);
    repository.begin(waiting.id());
    ends.done(waiting, kind(), NOTHING);

    assertThat(db.fetchCount(JOB)).isEqualTo(1);
    jobs.startForChange(KIND);
    assertThat(db.fetchCount(JOB)).isEqualTo(2);
    awaitAll();
  }

  @Test
  void isFollowedAlsoWhereItFailed() {
    var running = running();
    jobs.startForChange(KIND);
    ends.failed(running, kind(), "{\"problem\":\"unexpected\",\"arguments\":[]}");

    assertThat(db.fetchCount(JOB)).isEqualTo(2);
    awaitAll();
  }

  private JobRow running() {
    return repository.begin(waiting().id()).orElseThrow();
  }

  /// One that nobody takes out of the queue.
  private JobRow waiting() {
    var row = new JobRow(Ids.next(), KIND, JSONB.valueOf("{}"), null);
    repository.insert(row, "");
    return row;
  }

  private JobKind kind() {
    return kinds.stream().filter(kind -> KIND.equals(kind.name())).findFirst().orElseThrow();
  }

  private void awaitAll() {
    while (db.fetchExists(JOB, JOB.STATE.in("queued", "running"))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
