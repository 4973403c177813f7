package org.kezhi.file;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/// Tells by its bytes what a file is. The name may only say more about it, never something else.
@Component
class ContentTypes {

  static final String PDF = "application/pdf";

  /// Of what the Java runtime can make a picture.
  static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp");

  private final Tika detector = new Tika(MimeTypes.getDefaultMimeTypes());

  String of(Path content, String name) {
    try (InputStream in = Files.newInputStream(content)) {
      return detector.detect(in.readNBytes(64 * 1024), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How content of a type can be looked at.
  static Field<String> preview(Field<String> type) {
    return when(type.in(IMAGES), inline("image")).when(type.eq(PDF), inline("pdf"));
  }
}
