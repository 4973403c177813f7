package org.kezhi.start;

import java.io.PrintStream;
import org.kezhi.demo.Demo;
import org.kezhi.transfer.Imports.Progress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads the demo when the program was started for it, and tells how far it is on one line.
@Component
class DemoAtStart {

  private final Demo demo;
  private final boolean wanted;
  private final PrintStream console = System.err;

  DemoAtStart(Demo demo, @Value("${kezhi.demo:false}") boolean wanted) {
    this.demo = demo;
    this.wanted = wanted;
  }

  /// After the address and the first log-in have been told; people can already look around.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void ready(ApplicationReadyEvent event) {
    if (wanted) {
      Thread.ofVirtual()
          .name("demo")
          .start(() -> {
            demo.load(this::tell);
            console.println();
          });
    }
  }

  private void tell(Progress progress) {
    console.printf(
        "\r演示数据 / demo: %,d / %,d (%s) ",
        progress.read(), Math.max(progress.rows(), progress.read()), progress.state());
    console.flush();
  }
}
