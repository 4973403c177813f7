package org.kezhi.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads lines of limited length, with their numbers, and takes lines back that were read too far.
final class LineReader implements AutoCloseable {

  private static final int LONGEST = 4_000_000;
  private static final int KEPT_OF_TOO_LONG = 1_000;

  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private final Deque<Line> givenBack = new ArrayDeque<>();
  private int position;
  private int limit;
  private long number;

  LineReader(Reader reader) {
    this.reader = reader;
  }

  /// One line.
  ///
  /// @param end the characters that end it
  /// @param tooLong whether only its beginning is there
  record Line(long number, String text, String end, boolean tooLong) {}

  @Nullable Line next() throws IOException {
    return givenBack.isEmpty() ? read() : givenBack.removeFirst();
  }

  /// Gives the lines again, in their order, before those that follow.
  void giveBack(Deque<Line> lines) {
    while (!lines.isEmpty()) {
      givenBack.addFirst(lines.removeLast());
    }
  }

  private @Nullable Line read() throws IOException {
    if (position == limit && !fill()) {
      return null;
    }
    number++;
    var text = new StringBuilder();
    var tooLong = false;
    while (true) {
      var end = endOfLine();
      tooLong |= text.length() + end - position > LONGEST;
      if (!tooLong) {
        text.append(buffer, position, end - position);
      }
      position = end;
      if (position < limit) {
        return line(text, terminator(), tooLong);
      }
      if (!fill()) {
        return line(text, "", tooLong);
      }
    }
  }

  private Line line(StringBuilder text, String end, boolean tooLong) {
    if (tooLong) {
      text.setLength(Math.min(text.length(), KEPT_OF_TOO_LONG));
    }
    return new Line(number, text.toString(), end, tooLong);
  }

  private int endOfLine() {
    var end = position;
    while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    return end;
  }

  private String terminator() throws IOException {
    if (buffer[position++] == '\n') {
      return "\n";
    }
    if ((position < limit || fill()) && buffer[position] == '\n') {
      position++;
      return "\r\n";
    }
    return "\r";
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(reader.read(buffer, 0, buffer.length), 0);
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
