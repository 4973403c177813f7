package org.kezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kezhi.job.JobKind;
import org.kezhi.notification.NoticeKind;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// People can read everything, in both languages.
@AppTest
class LabelTests {

  private static final Pattern CODED = Pattern.compile("(FieldError\\.of|NotAValue|\\.reject)\\(");
  private static final Pattern CODE = Pattern.compile("\"([a-z][A-Za-z]+)\"");

  @Autowired Labels labels;
  @Autowired ObjectTypes types;
  @Autowired ObjectProvider<JobKind> jobs;
  @Autowired List<Invariant> invariants;
  @Autowired ObjectProvider<NoticeKind> notices;

  @Test
  void hasEveryKeyInBothLanguages() {
    assertThat(new TreeSet<>(labels.keys(Labels.CHINESE)))
        .isEqualTo(new TreeSet<>(labels.keys(Labels.ENGLISH)));
  }

  @Test
  void givesBothLanguagesTheSameArguments() {
    assertThat(labels.keys(Labels.ENGLISH))
        .allSatisfy(key ->
            assertThat(arguments(Labels.CHINESE, key))
                .as(key)
                .isEqualTo(arguments(Labels.ENGLISH, key)));
  }

  @Test
  void namesAllPartsOfEveryKindOfRecord() {
    var missing = new ArrayList<String>();
    for (var type : types.all()) {
      require(missing, "object." + type.name());
      require(missing, "object." + type.name() + ".plural");
      type.sections()
          .forEach(section -> require(missing, "section." + type.name() + "." + section.name()));
      type.fields().forEach(field -> requireField(missing, type, field));
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void namesEveryProblem() throws ClassNotFoundException {
    var missing = new ArrayList<String>();
    var found = 0;
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ProblemType.class));
    for (var candidate : scanner.findCandidateComponents("org.kezhi")) {
      var type = Class.forName(candidate.getBeanClassName());
      if (type.isEnum()) {
        for (var constant : type.getEnumConstants()) {
          require(missing, "problem." + ((ProblemType) constant).slug() + ".title");
          found++;
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void namesEveryKindOfWorkNoticeAndCheck() {
    var missing = new ArrayList<String>();
    jobs.forEach(job -> require(missing, "job." + job.name()));
    invariants.forEach(invariant -> require(missing, "check." + invariant.name()));
    notices.forEach(notice -> require(missing, "notice." + notice.name()));
    notices.forEach(notice -> require(missing, "notice." + notice.name() + ".text"));

    assertThat(missing).isEmpty();
  }

  @Test
  void explainsEveryErrorOfAField() throws IOException {
    var missing = new ArrayList<String>();
    for (var code : codes()) {
      require(missing, "error." + code);
    }

    assertThat(missing).isEmpty();
  }

  private void requireField(List<String> missing, ObjectType type, RecordField field) {
    var name = type.name() + "." + field.name();
    if (labels.find(Labels.ENGLISH, "field." + field.name()).isEmpty()) {
      require(missing, "field." + name);
    }
    if (field.kind() == FieldKind.CHOICE) {
      field.choices().forEach(value -> require(missing, "choice." + name + "." + value));
    }
  }

  private void require(List<String> missing, String key) {
    for (var language : Labels.LANGUAGES) {
      if (labels.find(language, key).filter(text -> !text.isBlank()).isEmpty()) {
        missing.add(language + " " + key);
      }
    }
  }

  private int arguments(Locale language, String key) {
    var pattern = labels.text(language, key);
    return pattern.contains("{") ? new MessageFormat(pattern, language).getFormats().length : 0;
  }

  /// The codes that stand in the program: the first texts after what names the field.
  private static TreeSet<String> codes() throws IOException {
    var codes = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        var source = Files.readString(file);
        var call = CODED.matcher(source);
        while (call.find()) {
          var arguments = arguments(source, call.end());
          var first = call.group(1).equals("NotAValue") ? 0 : 1;
          var texts =
              arguments.stream()
                  .skip(first)
                  .map(argument -> argument.substring(argument.indexOf('?') + 1).strip())
                  .filter(argument -> argument.startsWith("\""))
                  .toList();
          // a batch is rejected by condition, field and code; everything else begins with the code
          texts.stream()
              .skip(call.group(1).equals(".reject") ? Math.max(0, texts.size() - 1L) : 0)
              .limit(1)
              .flatMap(argument -> CODE.matcher(argument).results())
              .forEach(code -> codes.add(code.group(1)));
        }
      }
    }
    return codes;
  }

  /// The arguments of a call whose opening bracket ends before `start`.
  private static List<String> arguments(String source, int start) {
    var arguments = new ArrayList<String>();
    var depth = 0;
    var from = start;
    for (var i = start; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> {}
      }
      if (depth < 0 || depth == 0 && source.charAt(i) == ',') {
        arguments.add(source.substring(from, i));
        from = i + 1;
      }
      if (depth < 0) {
        break;
      }
    }
    return arguments;
  }
}
