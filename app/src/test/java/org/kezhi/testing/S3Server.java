package org.kezhi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A store that speaks S3 and knows its keys, as a program of its own that can be stopped and
/// started; what it keeps are files in a folder.
public final class S3Server implements AutoCloseable {

  public static final String ACCESS_KEY = "kezhi";
  public static final String SECRET_KEY = "not-for-production";
  public static final String BUCKET = "files";

  private static final int TRIES = 600;

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private S3Server(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static S3Server start() {
    try {
      var folder = Files.createTempDirectory("kezhi-s3");
      Files.createDirectories(folder.resolve("kept").resolve(BUCKET));
      var server = new S3Server(folder, freePort());
      server.goOn();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /// Where the objects of the bucket lie.
  public Path kept() {
    return folder.resolve("kept").resolve(BUCKET);
  }

  /// Starts it again where it was.
  public void goOn() {
    var settings =
        """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(port, ACCESS_KEY, SECRET_KEY, folder.resolve("kept"));
    try {
      Files.writeString(folder.resolve("settings"), settings);
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("kezhi.test.s3"),
                  "org.gaul.s3proxy.Main",
                  "--properties",
                  folder.resolve("settings").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("console").toFile())
              .start();
      awaitAnswer(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer(Process started) throws IOException {
    for (var tries = 0; tries < TRIES && started.isAlive(); tries++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return;
      } catch (IOException _) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
    throw new IOException(Files.readString(folder.resolve("console")));
  }

  /// Makes it go away, as a cut line or a crash does.
  public void goAway() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /// What the program must be told to use it.
  public List<String> settings() {
    return List.of(
        "kezhi.files.s3.endpoint=" + address(),
        "kezhi.files.s3.bucket=" + BUCKET,
        "kezhi.files.s3.access-key=" + ACCESS_KEY,
        "kezhi.files.s3.secret-key=" + SECRET_KEY,
        "kezhi.files.s3.prefix=kezhi");
  }

  @Override
  public void close() {
    goAway();
  }
}
