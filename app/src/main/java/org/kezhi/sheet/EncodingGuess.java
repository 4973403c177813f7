package org.kezhi.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds out from all bytes of a file how its characters are written.
final class EncodingGuess {

  private final byte[] first = new byte[3];
  private long length;
  private long evenZeros;
  private long oddZeros;
  private int following;
  private long utf8Characters;
  private long utf8Faults;
  private int lead;
  private long commonHanzi;
  private long otherPairs;

  private EncodingGuess() {}

  /// The name of the charset.
  static String of(Path file) throws IOException {
    var guess = new EncodingGuess();
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 16];
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        guess.look(buffer, count);
      }
    }
    return guess.guess();
  }

  private void look(byte[] bytes, int count) {
    for (var i = 0; i < count; i++) {
      var value = bytes[i] & 0xff;
      if (length < first.length) {
        first[(int) length] = bytes[i];
      }
      if (value == 0) {
        countZero();
      }
      lookForUtf8(value);
      lookForGb(value);
      length++;
    }
  }

  private String guess() {
    if (startsWith(0xef, 0xbb, 0xbf)) {
      return "UTF-8";
    } else if (startsWith(0xff, 0xfe) || mostly(oddZeros, evenZeros)) {
      return "UTF-16LE";
    } else if (startsWith(0xfe, 0xff) || mostly(evenZeros, oddZeros)) {
      return "UTF-16BE";
    } else if (utf8Faults * 10 <= utf8Characters) {
      return "UTF-8";
    }
    return commonHanzi > otherPairs ? "GB18030" : "windows-1252";
  }

  private void countZero() {
    if (length % 2 == 0) {
      evenZeros++;
    } else {
      oddZeros++;
    }
  }

  private void lookForUtf8(int value) {
    if (following > 0) {
      if (value >= 0x80 && value < 0xc0) {
        if (--following == 0) {
          utf8Characters++;
        }
        return;
      }
      utf8Faults++;
      following = 0;
    }
    if (value >= 0xc2 && value < 0xf5) {
      following = value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3;
    } else if (value >= 0x80) {
      utf8Faults++;
    }
  }

  /// Chinese texts consist of the characters of level one and two almost only; in western ones the
  /// byte after an accented letter is a plain letter.
  private void lookForGb(int value) {
    if (lead == 0) {
      lead = value > 0x80 && value < 0xff ? value : 0;
      return;
    }
    if (lead >= 0xa1 && lead <= 0xf7 && value >= 0xa1 && value < 0xff) {
      commonHanzi++;
    } else {
      otherPairs++;
    }
    lead = 0;
  }

  private boolean mostly(long zeros, long others) {
    return zeros * 10 > length && others * 100 < length;
  }

  private boolean startsWith(int... mark) {
    for (var i = 0; i < mark.length; i++) {
      if (length <= i || (first[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
