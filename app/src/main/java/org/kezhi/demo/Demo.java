package org.kezhi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.kezhi.access.Users;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.insight.ValueFigures;
import org.kezhi.measure.ValueSettings.AsOf;
import org.kezhi.measure.ValueSettings.AsOfMode;
import org.kezhi.platform.Settings;
import org.kezhi.transfer.Imports;
import org.kezhi.transfer.Imports.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tukaani.xz.XZInputStream;

/// Loads the demo with the same import that people have, once; interrupted, it goes on by itself.
@Component
public class Demo {

  private static final String FILE = "online_retail_uci.csv";
  private static final String IMPORT = "demo.import";
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Imports imports;
  private final Users users;
  private final Viewers viewers;
  private final Settings settings;
  private final ValueFigures figures;
  private final TransactionTemplate transaction;

  Demo(
      Imports imports,
      Users users,
      Viewers viewers,
      Settings settings,
      ValueFigures figures,
      PlatformTransactionManager transactions) {
    this.imports = imports;
    this.users = users;
    this.viewers = viewers;
    this.settings = settings;
    this.figures = figures;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Loads the demo unless it is there, and returns when all of it is there.
  ///
  /// @param progress is told now and then how far it is
  public void load(Consumer<Progress> progress) {
    var id = settings.find(IMPORT, UUID.class).orElseGet(this::begin);
    while (true) {
      var now = imports.progress(id);
      progress.accept(now);
      if (now.isOver()) {
        return;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private UUID begin() {
    var viewer =
        users
            .longestStandingAdministrator()
            .flatMap(viewers::find)
            .orElseThrow(() -> new IllegalStateException("There is no administrator"));
    return transaction.execute(_ -> begin(viewer));
  }

  private UUID begin(Viewer viewer) {
    settings.company(ZONE, "GBP");
    figures.changeSettings(figures.settings().with(new AsOf(AsOfMode.lastSale, null)));
    var id = imports.create(viewer, "orderLine", FILE, Demo::unpack);
    imports.createMissing(viewer, id, List.of("customer", "product"));
    imports.run(viewer, id);
    settings.put(IMPORT, id);
    return id;
  }

  private static void unpack(Path target) {
    try (var packed = Demo.class.getResourceAsStream("/demo/" + FILE + ".xz")) {
      if (packed == null) {
        throw new IllegalStateException("The file of the demo is missing");
      }
      Files.copy(new XZInputStream(packed), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
