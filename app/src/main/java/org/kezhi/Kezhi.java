package org.kezhi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts Kezhi.
@SpringBootApplication
public class Kezhi {

  public static void main(String[] args) {
    SpringApplication.run(Kezhi.class, args);
  }
}
