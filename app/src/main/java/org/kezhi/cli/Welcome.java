package org.kezhi.cli;

import java.io.PrintStream;
import org.kezhi.access.FirstAdministrator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells where the program can be reached and, the very first time, how to log in.
@Component
class Welcome {

  private final FirstAdministrator administrator;
  private final PrintStream out = System.out;

  Welcome(FirstAdministrator administrator) {
    this.administrator = administrator;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
        && context.getWebServer() != null) {
      out.println();
      out.println("  Kezhi 客至   http://localhost:" + context.getWebServer().getPort());
      administrator
          .create()
          .ifPresent(first ->
              out.printf(
                  "  用户名 User name   %s%n  密码 Password      %s   (只显示这一次 shown only now)%n",
                  first.userName(), first.password()));
      out.println();
    }
  }
}
