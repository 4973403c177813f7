package org.kezhi.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.NightlyJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Throws away every night what nobody can want any longer: uploads that were given up, files that
/// were removed a month ago, and contents that nothing refers to.
@Component
class FileUpkeep implements JobKind {

  static final String NAME = "fileUpkeep";
  static final Duration GIVEN_UP = Duration.ofDays(3);
  static final Duration REMOVED = Duration.ofDays(30);

  /// What a transaction that is not over may have put there.
  static final Duration UNDER_WAY = Duration.ofDays(1);

  private static final int BATCH = 500;

  private final AttachmentRepository files;
  private final Arriving arriving;
  private final ContentStore store;
  private final Pictures pictures;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FileUpkeep(
      AttachmentRepository files,
      Arriving arriving,
      ContentStore store,
      Pictures pictures,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.files = files;
    this.arriving = arriving;
    this.store = store;
    this.pictures = pictures;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Bean
  static NightlyJob nightlyUpkeepOfFiles() {
    return new NightlyJob(NAME, LocalTime.of(3, 15));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    long uploads = files.forgetUploads(before(GIVEN_UP));
    arriving.untouchedSince(before(GIVEN_UP).toInstant()).forEach(arriving::delete);
    long removed = files.eraseRemoved(before(REMOVED));
    long contents = 0;
    for (var unused = files.unused(BATCH); !unused.isEmpty(); unused = files.unused(BATCH)) {
      for (var sha256 : unused) {
        run.progress(contents++, null);
        transaction.executeWithoutResult(_ -> throwAway(sha256));
      }
    }
    var lately = before(UNDER_WAY).toInstant();
    for (var place : ContentStore.places()) {
      throwAwayStray(store.in(place).stream().filter(it -> it.since().isBefore(lately)).toList());
      run.progress(contents, null);
    }
    return Map.of("uploads", uploads, "removed", removed, "contents", contents);
  }

  private OffsetDateTime before(Duration time) {
    return OffsetDateTime.ofInstant(clock.instant().minus(time), ZoneOffset.UTC);
  }

  /// The bytes go before the row does: what is left after a crash is thrown away the next night.
  private void throwAway(String sha256) {
    files.hold(sha256);
    if (files.deleteUnused(sha256)) {
      delete(sha256);
    }
  }

  private void throwAwayStray(List<ContentStore.Kept> old) {
    var known = files.kept(old.stream().map(ContentStore.Kept::name).toList());
    for (var kept : old) {
      if (!known.contains(kept.name())) {
        transaction.executeWithoutResult(_ -> throwAwayStray(kept));
      }
    }
  }

  private void throwAwayStray(ContentStore.Kept kept) {
    files.hold(kept.sha256());
    if (!files.isKept(kept.name())) {
      delete(kept.name());
    }
  }

  private void delete(String sha256) {
    try {
      pictures.delete(sha256);
      store.delete(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
