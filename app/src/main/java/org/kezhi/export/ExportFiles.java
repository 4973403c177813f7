package org.kezhi.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.kezhi.database.DataFolder;
import org.springframework.stereotype.Component;

/// Keeps the files of exports in the data folder until they expire.
@Component
class ExportFiles {

  private final Path folder;

  ExportFiles(DataFolder data) {
    this.folder = data.folder("exports");
  }

  Path path(UUID id) {
    return folder.resolve(id.toString());
  }

  void delete(UUID id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<UUID> all() {
    try (var files = Files.list(folder)) {
      return files.map(file -> UUID.fromString(file.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
