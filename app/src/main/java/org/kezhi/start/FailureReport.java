package org.kezhi.start;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kezhi.database.StartProblem;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one sentence why Kezhi did not start; how it came about is left to the log file.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FailureReport implements SpringBootExceptionReporter {

  private final PrintStream console = System.err;

  @Override
  public boolean reportException(Throwable failure) {
    console.println(problem(failure).getMessage());
    LoggerFactory.getLogger(FailureReport.class).warn("Kezhi did not start", failure);
    return true;
  }

  static StartProblem problem(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .orElseGet(() -> unknown(failure));
  }

  private static Optional<StartProblem> known(Throwable cause) {
    return switch (cause) {
      case StartProblem problem -> Optional.of(problem);
      case PortInUseException taken -> Optional.of(portTaken(taken));
      case SQLException full when "53100".equals(full.getSQLState()) ->
          Optional.of(StartProblem.diskFull(full));
      case Throwable full
          when Objects.toString(full.getMessage()).contains("No space left on device") ->
          Optional.of(StartProblem.diskFull(full));
      default -> Optional.empty();
    };
  }

  private static StartProblem portTaken(PortInUseException taken) {
    return new StartProblem(
        "端口 %d 已被占用；请停止占用它的程序，或用 KEZHI_PORT 另选端口。".formatted(taken.getPort()),
        "Port %d is taken; stop the program that uses it, or choose another one with KEZHI_PORT."
            .formatted(taken.getPort()),
        taken);
  }

  private static StartProblem unknown(Throwable failure) {
    var root = causes(failure).reduce(failure, (_, deeper) -> deeper);
    var reason = Objects.requireNonNullElse(root.getMessage(), root.toString()).lines().findFirst();
    return new StartProblem(
        "客至未能启动（%s）；详情见数据文件夹中的 log/kezhi.log。".formatted(reason.orElse("")),
        "Kezhi did not start (%s); see log/kezhi.log in the data folder."
            .formatted(reason.orElse("")),
        failure);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
  }
}
