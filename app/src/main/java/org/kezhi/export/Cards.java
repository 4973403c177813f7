package org.kezhi.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezhi.reading.ListCells;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;

/// People and companies as cards for an address book (vCard 3.0, which phones read).
final class Cards implements ListWriter {

  private static final int LONGEST_LINE = 75;
  private static final Set<String> KNOWN = Set.of("contact", "customer");
  private static final Set<String> WANTED =
      Set.of("customer", "jobTitle", "address", "city", "region", "description");

  private final ObjectType type;
  private final List<RecordField> columns;
  private final Map<FieldKind, List<RecordField>> byKind;
  private final Writer text;

  Cards(ObjectType type, List<RecordField> visible, OutputStream out) {
    this.type = type;
    this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.columns = visible.stream().filter(field -> isWanted(type, field)).toList();
    this.byKind = columns.stream().collect(Collectors.groupingBy(RecordField::kind));
  }

  static boolean isKnown(ObjectType type) {
    return KNOWN.contains(type.name());
  }

  private static boolean isWanted(ObjectType type, RecordField field) {
    return field.equals(type.titleField())
        || WANTED.contains(field.name())
        || switch (field.kind()) {
          case PHONE, EMAIL, URL -> true;
          default -> false;
        };
  }

  @Override
  public List<RecordField> columns() {
    return columns;
  }

  @Override
  public void write(Map<String, @Nullable Object> item) {
    var name = said(item, type.titleField().name());
    var isCompany = !"contact".equals(type.name());
    line("BEGIN:VCARD");
    line("VERSION:3.0");
    line("FN:" + name);
    line("N:" + (isCompany ? "" : name) + ";;;;");
    var company = isCompany ? name : said(item, "customer");
    put("ORG", company);
    put("TITLE", said(item, "jobTitle"));
    putAll("TEL;TYPE=WORK", item, FieldKind.PHONE);
    putAll("EMAIL;TYPE=WORK", item, FieldKind.EMAIL);
    putAll("URL", item, FieldKind.URL);
    var street = said(item, "address");
    var city = said(item, "city");
    var region = said(item, "region");
    if (!(street + city + region).isEmpty()) {
      line("ADR;TYPE=WORK:;;" + street + ";" + city + ";" + region + ";;");
    }
    put("NOTE", said(item, "description"));
    line("UID:urn:uuid:" + item.get("id"));
    line("END:VCARD");
  }

  private void putAll(String property, Map<String, @Nullable Object> item, FieldKind kind) {
    byKind.getOrDefault(kind, List.of()).forEach(field -> put(property, said(item, field.name())));
  }

  private void put(String property, String value) {
    if (!value.isEmpty()) {
      line(property + ":" + value);
    }
  }

  private String said(Map<String, @Nullable Object> item, String name) {
    var value =
        columns.stream()
            .filter(field -> field.name().equals(name))
            .findFirst()
            .map(field -> ListCells.value(item, field))
            .orElse(null);
    var shown = value instanceof Map<?, ?> reference ? reference.get("title") : value;
    return shown == null ? "" : escaped(shown.toString());
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  /// Folds lines at 75 bytes, never within a character.
  private void line(String content) {
    try {
      var bytes = 0;
      for (int at = 0; at < content.length(); ) {
        var code = content.codePointAt(at);
        var character = Character.toString(code);
        var size = character.getBytes(StandardCharsets.UTF_8).length;
        if (bytes + size > LONGEST_LINE) {
          text.write("\r\n ");
          bytes = 1;
        }
        text.write(character);
        bytes += size;
        at += Character.charCount(code);
      }
      text.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
