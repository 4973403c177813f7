package org.kezhi.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.springframework.core.io.Resource;

/// Holds contents by their hash, each once. A content is there, whole and for good, before anybody
/// can refer to it.
interface ContentStore {

  int DIGITS = 64;

  /// What the name of a content ends with that has not arrived whole.
  String UNFINISHED = ".new";

  /// Something that lies there: a content under its hash, or what is left of one.
  record Kept(String name, long size, Instant since) {

    String sha256() {
      return hashOf(name);
    }
  }

  /// The hash with which every name begins.
  static String hashOf(String name) {
    return name.substring(0, Math.min(DIGITS, name.length()));
  }

  /// Keeps the bytes of a file that is sealed; the file itself stays. What is there already is left
  /// as it is.
  void keep(Path sealed, String sha256);

  /// How long a content is, if it is there.
  OptionalLong size(String sha256);

  /// A content to be read from its beginning or from further on.
  Resource get(String sha256);

  void delete(String name);

  /// All that lies in one of the places.
  List<Kept> in(String place);

  /// The beginnings of all names: what lies in one of them fits into memory, however much there is.
  static List<String> places() {
    return IntStream.range(0, 256).mapToObj("%02x"::formatted).toList();
  }
}
