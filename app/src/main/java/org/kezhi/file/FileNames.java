package org.kezhi.file;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;

/// Makes a name out of what a sender calls a file: no path, and nothing in it that nobody can see.
final class FileNames {

  static final int LONGEST = 255;

  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

  /// Control characters, marks that turn the direction of writing, and halves of characters. What
  /// joins emoji stays.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]");

  private FileNames() {}

  static String of(String said) {
    var last = FOLDERS.matcher(said).replaceFirst("");
    var seen = UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
    var name = seen.strip().replaceFirst("[. ]+$", "");
    if (name.length() > LONGEST) {
      throw CommonProblem.INVALID.in(List.of(FieldError.of("name", "tooLong", LONGEST)));
    }
    return name.isEmpty() ? "file" : name;
  }
}
