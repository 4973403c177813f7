package org.kezhi.transfer;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.kezhi.database.DataFolder;
import org.kezhi.sheet.TableFile;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// Keeps the files that people bring in, in the data folder.
@Configuration(proxyBeanMethods = false)
class ImportFiles {

  private static final DataSize LARGEST_FILE = DataSize.ofMegabytes(512);
  private static final DataSize LARGEST_REQUEST = DataSize.ofMegabytes(513);

  private final Path folder;

  ImportFiles(DataFolder data) {
    this.folder = data.folder("imports");
  }

  /// Files go to disk while they arrive; one that is too large is refused at once, and one that
  /// breaks off leaves nothing.
  @Bean
  static MultipartConfigElement uploads(DataFolder data) throws IOException {
    var arriving = data.folder("uploads");
    try (var leftovers = Files.list(arriving)) {
      for (var leftover : leftovers.toList()) {
        Files.delete(leftover);
      }
    }
    var uploads = new MultipartConfigFactory();
    uploads.setLocation(arriving.toString());
    uploads.setFileSizeThreshold(DataSize.ofKilobytes(64));
    uploads.setMaxFileSize(LARGEST_FILE);
    uploads.setMaxRequestSize(LARGEST_REQUEST);
    return uploads.createMultipartConfig();
  }

  Path path(UUID id) {
    return folder.resolve(id.toString());
  }

  /// Finds out how a file is to be read.
  TableFile recognise(UUID id) {
    try {
      return TableFile.recognise(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long size(UUID id) {
    try {
      return Files.size(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(UUID id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
