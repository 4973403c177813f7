package org.kezhi.sheet;

/// Watches the bytes of a sheet for addresses that no spreadsheet has: the parser makes a row as
/// long as the address of its last cell says, so that one such address would fill the memory.
final class CellAddresses {

  private static final int MOST_LETTERS = 3;

  private enum Place {
    TEXT,
    TAG_NAME,
    TAG,
    VALUE
  }

  private Place place = Place.TEXT;
  private final StringBuilder name = new StringBuilder();
  private boolean cell;
  private boolean address;
  private char quote;
  private int letters;

  void look(byte[] bytes, int count) {
    for (var i = 0; i < count; i++) {
      look((char) (bytes[i] & 0xff));
    }
  }

  private void look(char c) {
    switch (place) {
      case TEXT -> {
        if (c == '<') {
          place = Place.TAG_NAME;
          name.setLength(0);
        }
      }
      case TAG_NAME -> {
        if (isSpace(c) || c == '>') {
          cell = "c".contentEquals(name) || name.toString().endsWith(":c");
          enter(c == '>' ? Place.TEXT : Place.TAG);
        } else {
          remember(c);
        }
      }
      case TAG -> lookInTag(c);
      case VALUE -> lookInValue(c);
    }
  }

  private void lookInTag(char c) {
    if (c == '>') {
      enter(Place.TEXT);
    } else if (c == '"' || c == '\'') {
      quote = c;
      letters = 0;
      address = cell && "r".contentEquals(name);
      enter(Place.VALUE);
    } else if (c != '=' && !isSpace(c)) {
      remember(c);
    }
  }

  private void lookInValue(char c) {
    if (c == quote) {
      enter(Place.TAG);
    } else if (address && (c == '&' || (Character.isLetter(c) && ++letters > MOST_LETTERS))) {
      throw SheetProblem.DANGEROUS_FILE.with();
    }
  }

  private void enter(Place next) {
    place = next;
    name.setLength(0);
  }

  private void remember(char c) {
    if (name.length() < 100) {
      name.append(c);
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
