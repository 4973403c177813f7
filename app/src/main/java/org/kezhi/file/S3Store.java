package org.kezhi.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Keeps contents in a bucket, under the same names as the data folder does, so that the one can be
/// copied to the other. An object appears there whole or not at all.
final class S3Store implements ContentStore, AutoCloseable {

  private static final int NOT_FOUND = 404;
  private static final int NOT_KNOWN_THERE = 501;

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final S3Upload upload;

  private S3Store(S3Client client, S3Settings.Place place, long part) {
    this.client = client;
    this.bucket = place.bucket();
    this.prefix = place.prefix();
    this.upload = new S3Upload(client, bucket, part);
  }

  /// Opens a bucket that is there and may be written to, or says why not.
  static S3Store open(S3Settings settings) {
    return open(settings, S3Upload.PART);
  }

  static S3Store open(S3Settings settings, long part) {
    var place = settings.place();
    var client = S3Connection.to(place, settings.isPathStyle());
    try {
      S3Connection.probe(client, place);
      return new S3Store(client, place, part);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  @Override
  public void keep(Path sealed, String sha256) {
    try {
      var size = Files.size(sealed);
      if (!size(sha256).equals(OptionalLong.of(size))) {
        told(() -> upload.send(sealed, size, key(sha256)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OptionalLong size(String sha256) {
    return told(() -> {
      try {
        var head = client.headObject(object -> object.bucket(bucket).key(key(sha256)));
        return OptionalLong.of(head.contentLength());
      } catch (S3Exception e) {
        if (e.statusCode() == NOT_FOUND) {
          return OptionalLong.empty();
        }
        throw e;
      }
    });
  }

  @Override
  public Resource get(String sha256) {
    var size = size(sha256).orElseThrow(() -> FileProblem.CONTENT_MISSING.with());
    return new S3Content(client, bucket, key(sha256), size);
  }

  @Override
  public void delete(String name) {
    told(() -> {
      if (name.endsWith(UNFINISHED)) {
        var key = key(ContentStore.hashOf(name));
        unfinished(key).forEach(each -> upload.abort(key, each.uploadId()));
        return true;
      }
      return client.deleteObject(object -> object.bucket(bucket).key(key(name)));
    });
  }

  @Override
  public List<Kept> in(String place) {
    return told(() -> {
      var found = new ArrayList<Kept>();
      var folder = prefix + place + "/";
      client
          .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder))
          .contents()
          .forEach(object -> found.add(kept(object.key(), object.size(), object.lastModified())));
      for (var each : unfinished(folder)) {
        found.add(kept(each.key() + UNFINISHED, 0, each.initiated()));
      }
      return found;
    });
  }

  private static Kept kept(String key, long size, Instant since) {
    return new Kept(key.substring(key.lastIndexOf('/') + 1), size, since);
  }

  /// What somebody began to send and did not end; a store that sends nothing in parts knows none.
  private List<MultipartUpload> unfinished(String keys) {
    try {
      return client
          .listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(keys))
          .uploads()
          .stream()
          .filter(each -> each.key().startsWith(keys))
          .toList();
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_KNOWN_THERE) {
        return List.of();
      }
      throw e;
    }
  }

  /// Nothing but a hash names an object here.
  private String key(String sha256) {
    return prefix + sha256.substring(0, 2) + "/" + sha256;
  }

  private static <T> T told(Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException e) {
      throw S3Fault.problem(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
