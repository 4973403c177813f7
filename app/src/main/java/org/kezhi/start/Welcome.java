package org.kezhi.start;

import java.io.IOException;
import java.io.PrintStream;
import org.kezhi.access.FirstAdministrator;
import org.kezhi.database.DataFolder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the person at the console where Kezhi is and, the first time, how to log in.
@Component
final class Welcome {

  private final PrintStream console = System.out;
  private final FirstAdministrator firstAdministrator;
  private final RunFile runFile;

  Welcome(FirstAdministrator firstAdministrator, DataFolder folder) throws IOException {
    this.firstAdministrator = firstAdministrator;
    this.runFile = RunFile.in(folder.path());
    runFile.delete();
  }

  @EventListener
  void ready(ApplicationReadyEvent event) throws IOException {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      var port = web.getWebServer().getPort();
      runFile.write(port);
      console.println("客至已就绪 / Kezhi is ready: http://localhost:" + port);
      firstAdministrator.create().ifPresent(this::print);
      console.flush();
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
