package org.kezhi.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// What a person chooses for an import; everything else stays as the program guessed it.
final class ImportChoices {

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      split = ",",
      description = {
        "Fill the field from the column with this header; an empty column leaves the field out. May be repeated.",
        "指定字段取自哪一列；列名为空则不导入该字段。可重复。"
      })
  private Map<String, String> mapping = new LinkedHashMap<>();

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = {
        "Take the stored mapping of this name; the other options correct it.",
        "使用这个名称的已保存对应关系；其他选项在其基础上修改。"
      })
  private @Nullable String stored;

  @Option(
      names = "--create-missing",
      paramLabel = "OBJECT",
      split = ",",
      description =
          "Make records that the file names and that are not there: customer, product. 自动新建缺少的记录。")
  private List<String> createMissing = new ArrayList<>();

  @Option(
      names = "--match",
      paramLabel = "FIELD",
      description =
          "The field by which a record that is already there is recognised, such as code. 匹配字段。")
  private @Nullable String match;

  @Option(
      names = "--policy",
      paramLabel = "create|update|skip|fill",
      description = {
        "What to do with a row whose record is there: create another, update it, skip the row, or fill only what is"
            + " empty.",
        "记录已存在时：create 另建，update 更新，skip 跳过，fill 只填空白。"
      })
  private @Nullable Policy policy;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "The sheet of a workbook (default: the first that is not empty). 工作表。")
  private @Nullable String sheet;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding, such as UTF-8 or GB18030 (default: guessed). 编码。")
  private @Nullable String encoding;

  @Option(
      names = "--delimiter",
      paramLabel = "CHAR",
      description = "What stands between columns (default: guessed). 分隔符。")
  private @Nullable String delimiter;

  private enum Policy {
    create,
    update,
    skip,
    fill
  }

  /// The stored mapping to begin with.
  @Nullable String stored() {
    return stored;
  }

  /// The change to send for an import that has just been uploaded.
  Map<String, Object> applyTo(JsonNode draft) {
    var settings = new LinkedHashMap<String, Object>();
    draft.path("settings").forEachEntry(settings::put);
    settings.put("mapping", mapping(draft.path("settings").path("mapping")));
    if (!createMissing.isEmpty()) {
      settings.put("createMissing", createMissing.stream().map(ImportChoices::camel).toList());
    }
    if (match != null) {
      settings.put("matchField", match);
    }
    if (policy != null) {
      settings.put("policy", policy.name());
    }
    var change = new LinkedHashMap<String, Object>();
    change.put("settings", settings);
    if (encoding != null) {
      change.put("encoding", encoding);
    }
    if (delimiter != null) {
      change.put("delimiter", "\\t".equals(delimiter) ? "\t" : delimiter);
    }
    if (sheet != null) {
      change.put("sheet", sheet);
    }
    return change;
  }

  /// The guess, except where a column was given to a field by hand.
  private Map<String, String> mapping(JsonNode guessed) {
    var result = new LinkedHashMap<String, String>();
    guessed.forEachEntry((field, column) -> {
      if (!mapping.containsValue(column.asString())) {
        result.put(field, column.asString());
      }
    });
    mapping.forEach((field, column) -> {
      if (column.isEmpty()) {
        result.remove(field);
      } else {
        result.put(field, column);
      }
    });
    return result;
  }

  static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String camel(String name) {
    var camel = new StringBuilder();
    for (var part : name.split("-", -1)) {
      camel.append(
          camel.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return camel.toString();
  }
}
