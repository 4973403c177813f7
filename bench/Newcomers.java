import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of customers who are not there yet. */
final class Newcomers {

  private static final String[] PLACES = {"杭州", "宁波", "苏州", "上海", "深圳", "广州", "成都", "重庆"};
  private static final String[] NAMES = {"启明", "长青", "立新", "卓越", "远航", "鼎盛", "天成", "百川"};

  private Newcomers() {}

  static void write(Path file, int number) throws IOException {
    var run = Long.toString(System.currentTimeMillis(), 36).toUpperCase();
    try (var out = Files.newBufferedWriter(file)) {
      out.write("code,name,phone,city,xGrade,xScore\n");
      for (var i = 0; i < number; i++) {
        out.write(
            "%s-%d,%s%s%d有限公司,+8617%09d,%s,%s,%d\n"
                .formatted(run, i, PLACES[i % 8], NAMES[i / 8 % 8], i, (i * 7919L) % 1_000_000_000L,
                    PLACES[i % 8], "abcde".charAt(i % 5), i % 100_000));
      }
    }
  }
}
