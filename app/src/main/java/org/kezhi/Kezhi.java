package org.kezhi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// Starts Kezhi.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Kezhi {

  public static void main(String[] args) {
    SpringApplication.run(Kezhi.class, args);
  }
}
