package org.kezhi.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks that would be harmful to read, and a harmless one.
enum Bombs {
  SPACES {
    @Override
    byte[] bytes() {
      return workbook(SHEET.replace("</sheetData>", " ".repeat(200_000_000) + "</sheetData>"));
    }
  },
  FAR_CELL {
    @Override
    byte[] bytes() {
      return workbook(SHEET.replace("r=\"B2\"", "t=\">\" r=\"ZZZZZZ2\""));
    }
  },
  MANY_PARTS {
    @Override
    byte[] bytes() {
      var parts = parts(SHEET);
      for (var i = 0; i < 1_100; i++) {
        parts.put("xl/media/" + i + ".bin", "x");
      }
      return zip(parts);
    }
  },
  TWICE_THE_SAME_NAME {
    @Override
    byte[] bytes() {
      var parts = parts(SHEET);
      parts.put("XL/worksheets/SHEET1.xml", SHEET);
      return zip(parts);
    }
  },
  CUT_OFF {
    @Override
    byte[] bytes() {
      var whole = workbook(SHEET);
      return Arrays.copyOf(whole, whole.length / 2);
    }
  };

  static final String SHEET =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c>\
      <c r="B1" t="inlineStr"><is><t>name</t></is></c>\
      <c r="C1" t="inlineStr"><is><t>headCount</t></is></c></row>
      <row r="2"><c r="A2"><v>17850</v></c>\
      <c r="B2" t="inlineStr"><is><t>Lantern &amp; Works</t></is></c>\
      <c r="C2"><v>35.0</v></c></row>
      <row r="4"><c r="A4" t="e"><v>#REF!</v></c></row>
      </sheetData></worksheet>
      """;

  abstract byte[] bytes();

  static byte[] workbook(String sheet) {
    return zip(parts(sheet));
  }

  private static Map<String, String> parts(String sheet) {
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "[Content_Types].xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        </Types>
        """);
    parts.put(
        "xl/workbook.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
        """);
    parts.put(
        "xl/_rels/workbook.xml.rels",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
        """);
    parts.put("xl/worksheets/sheet1.xml", sheet);
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().strip().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
