package org.kezhi.start;

import java.io.IOException;
import java.io.PrintStream;
import org.kezhi.access.FirstAdministrator;
import org.kezhi.access.LocalKey;
import org.kezhi.database.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the person at the console where Kezhi is and, the first time, how to log in.
@Component
final class Welcome {

  private final PrintStream console;
  private final boolean quiet;
  private final FirstAdministrator firstAdministrator;
  private final LocalKey localKey;
  private final RunFile runFile;

  /// @param quiet whether a single command started the program, whose output belongs to scripts
  Welcome(
      FirstAdministrator firstAdministrator,
      LocalKey localKey,
      DataFolder folder,
      @Value("${kezhi.quiet:false}") boolean quiet)
      throws IOException {
    this.console = quiet ? System.err : System.out;
    this.quiet = quiet;
    this.firstAdministrator = firstAdministrator;
    this.localKey = localKey;
    this.runFile = RunFile.in(folder.path());
    runFile.delete();
  }

  /// Early, because the demo is loaded in the name of the first administrator.
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void ready(ApplicationReadyEvent event) throws IOException {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      var port = web.getWebServer().getPort();
      if (!quiet) {
        console.println("客至已就绪 / Kezhi is ready: http://localhost:" + port);
      }
      firstAdministrator.create().ifPresent(this::print);
      console.flush();
      // last, because whoever waits for it may take all else for done
      runFile.write(port, localKey.secret());
    }
  }

  private void print(FirstAdministrator.Credentials credentials) {
    console.println("  用户名 / user name: " + credentials.userName());
    console.println("  密码 / password: " + credentials.password());
    console.println("  密码只显示这一次，登录后请修改。 / Shown only this once; change it after log-in.");
  }

  @EventListener
  void closed(ContextClosedEvent event) throws IOException {
    if (event.getApplicationContext().getParent() == null) {
      runFile.delete();
    }
  }
}
