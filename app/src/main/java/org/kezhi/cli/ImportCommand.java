package org.kezhi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes the rows of a file over as records, exactly as the import on screen does.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports a CSV or XLSX file: the same import as on screen, and it can be undone there.",
      "导入 CSV 或 XLSX 文件；与界面上的导入相同，也可在界面上撤销。",
      "",
      "Columns are recognised by their headers in Chinese and English; --map corrects what was"
          + " guessed."
    })
final class ImportCommand implements Callable<Integer> {

  private static final int SHOWN_BAD_ROWS = 20;

  private final Servers servers;
  private final Terminal terminal;

  @Mixin private final Shared shared = new Shared();
  @Mixin private final ImportChoices choices = new ImportChoices();

  @Parameters(
      index = "0",
      paramLabel = "OBJECT",
      description = "What the rows are: customer, contact, product, order-line, … 记录类型。")
  private String object = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The file. 文件。")
  private Path file = Path.of("");

  @Option(
      names = "--dry-run",
      description = {
        "Read the whole file, tell what would come of it and which rows are bad; change nothing.",
        "通读整个文件，报告预期结果和错误行，不做任何更改。"
      })
  private boolean dryRun;

  @Option(
      names = "--bad-rows",
      paramLabel = "FILE",
      description = "Write the rows that were not taken, with reasons, to this file. 将错误行写入此文件。")
  private @Nullable Path badRows;

  ImportCommand(Servers servers, Terminal terminal) {
    this.servers = servers;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Server.requireFile(file);
    try (var server = servers.open(shared.as)) {
      var draft = server.upload("/api/imports", file, object(server));
      var path = "/api/imports/" + draft.path("id").asString();
      server.patch(path, choices.applyTo(stored(server, path, draft)));
      if (dryRun) {
        return tryOut(server, path);
      }
      var started = server.post(path + "/run", Map.of());
      new JobWatch(server, terminal).untilOver(started.path("jobId").asString());
      var over = server.get(path);
      var code = report(server, path, over);
      var state = over.path("state").asString();
      if (!"done".equals(state)) {
        throw new CannotDo("The import did not end well: %s. 导入未完成。".formatted(state));
      }
      return code;
    }
  }

  /// The kind of record under any of its names: orderLine, order-line, order-lines.
  private String object(Server server) {
    var known = new ArrayList<String>();
    for (var type : server.get("/api/meta").path("objects")) {
      var name = type.path("name").asString();
      if (List.of(name, ImportChoices.kebab(name), type.path("path").asString()).contains(object)) {
        return name;
      }
      known.add(ImportChoices.kebab(name));
    }
    throw new CannotDo(
        "There is no kind of record named %s; there are: %s. 没有这种记录。"
            .formatted(object, String.join(", ", known)));
  }

  /// The draft with the mapping that was asked for; one's own comes before those for all.
  private JsonNode stored(Server server, String path, JsonNode draft) {
    var name = choices.stored();
    if (name == null) {
      return draft;
    }
    var known = new ArrayList<String>();
    var object = URLEncoder.encode(draft.path("object").asString(), StandardCharsets.UTF_8);
    for (var mapping : server.get("/api/import-mappings?object=" + object).path("items")) {
      if (name.equalsIgnoreCase(mapping.path("name").asString())) {
        return server.patch(path, Map.of("mapping", mapping.path("id").asString()));
      }
      known.add(mapping.path("name").asString());
    }
    server.put(path + "/cancellation");
    throw new CannotDo(
        "There is no mapping named %s; there are: %s. 没有这个对应关系。"
            .formatted(name, String.join(", ", known)));
  }

  /// Nothing stays of a trial, the draft neither.
  private int tryOut(Server server, String path) {
    var trial = server.post(path + "/trial", Map.of()).path("jobId").asString();
    var job = new JobWatch(server, terminal).untilOver(trial);
    try {
      if (!"done".equals(job.path("state").asString())) {
        throw new CannotDo("The trial did not end well: %s. 试导入未完成。".formatted(reason(job)));
      }
      var tried = (ObjectNode) server.get(path);
      tried.set("counts", job.path("result"));
      terminal.note("This was a trial: nothing was changed. 这是试导入，未做任何更改。");
      return report(server, path, tried);
    } finally {
      server.put(path + "/cancellation");
    }
  }

  private static String reason(JsonNode job) {
    return job.path("error").asString(job.path("state").asString());
  }

  private int report(Server server, String path, JsonNode over) {
    var counts = over.path("counts");
    if (shared.json) {
      terminal.json(over);
    } else {
      terminal.table(
          List.of(
              List.of("Rows read 读取", number(counts, "read")),
              List.of("Created 新建", number(counts, "created")),
              List.of("Updated 更新", number(counts, "updated")),
              List.of("Skipped 跳过", number(counts, "skipped")),
              List.of("Bad 错误", number(counts, "bad"))));
    }
    var bad = counts.path("bad").asLong() > 0;
    if (bad) {
      tellBadRows(server.text(path + "/bad-rows.csv"));
    }
    return bad ? Commands.FOUND_SOMETHING : Commands.DONE;
  }

  private void tellBadRows(String csv) {
    if (badRows == null) {
      csv.replace("\ufeff", "").lines().limit(SHOWN_BAD_ROWS + 1L).forEach(terminal::note);
      terminal.note("All of them go to a file with --bad-rows FILE. 用 --bad-rows 可全部写入文件。");
      return;
    }
    try {
      Files.writeString(badRows, csv);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String number(JsonNode counts, String name) {
    return "%,d".formatted(counts.path(name).asLong());
  }
}
