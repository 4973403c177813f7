package org.kezhi.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The generated passwords of the built-in server, in a file that only its owner reads.
record Passwords(String superuser, String owner, String app) {

  static Passwords generate() {
    return new Passwords(random(), random(), random());
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  void write(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, "postgres=%s\nkezhi_owner=%s\nkezhi_app=%s\n".formatted(superuser, owner, app));
  }

  static Passwords read(Path file) throws IOException {
    var lines = new Properties();
    lines.load(new StringReader(Files.readString(file)));
    return new Passwords(
        lines.getProperty("postgres"),
        lines.getProperty("kezhi_owner"),
        lines.getProperty("kezhi_app"));
  }

  @Override
  public String toString() {
    return "Passwords";
  }
}
