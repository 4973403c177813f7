package org.kezhi.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Sends a file to a bucket straight from the disk; a long one in parts, because stores take no
/// more than 5 GB at once. Each part carries its sum, so that the store refuses what was damaged.
final class S3Upload {

  /// Ten thousand of these, which is the most that stores take, are more than a file may have.
  static final long PART = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(S3Upload.class);
  private static final String BYTES = "application/octet-stream";

  private final S3Client client;
  private final String bucket;
  private final long part;

  S3Upload(S3Client client, String bucket, long part) {
    this.client = client;
    this.bucket = bucket;
    this.part = part;
  }

  /// Sends all of it and tells by what the store knows it.
  String send(Path file, long size, String key) {
    if (size > part) {
      return sendInParts(file, size, key);
    }
    var whole = new Piece(file, 0, size);
    return client
        .putObject(
            object -> object.bucket(bucket).key(key).contentType(BYTES).contentMD5(whole.sum()),
            whole.body())
        .eTag();
  }

  private String sendInParts(Path file, long size, String key) {
    var id =
        client
            .createMultipartUpload(object -> object.bucket(bucket).key(key).contentType(BYTES))
            .uploadId();
    try {
      var parts = new ArrayList<CompletedPart>();
      for (var offset = 0L; offset < size; offset += part) {
        var piece = new Piece(file, offset, Math.min(part, size - offset));
        parts.add(sendPart(key, id, parts.size() + 1, piece));
      }
      return complete(key, id, parts);
    } catch (SdkException e) {
      abortQuietly(key, id);
      throw e;
    }
  }

  private CompletedPart sendPart(String key, String id, int number, Piece piece) {
    var sent =
        client.uploadPart(
            to ->
                to.bucket(bucket).key(key).uploadId(id).partNumber(number).contentMD5(piece.sum()),
            piece.body());
    return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
  }

  private String complete(String key, String id, List<CompletedPart> parts) {
    return client
        .completeMultipartUpload(whole ->
            whole.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)))
        .eTag();
  }

  void abort(String key, String id) {
    client.abortMultipartUpload(upload -> upload.bucket(bucket).key(key).uploadId(id));
  }

  private void abortQuietly(String key, String id) {
    try {
      abort(key, id);
    } catch (SdkException e) {
      LOG.info("Parts of {} are left to the nightly clean-up: {}", key, e.getMessage());
    }
  }

  /// Some bytes of a file, read whenever they are to be sent.
  private record Piece(Path file, long offset, long length) {

    RequestBody body() {
      return RequestBody.fromContentProvider(this::open, length, BYTES);
    }

    private InputStream open() {
      try {
        return FileSlice.open(file, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String sum() {
      try (var in = new DigestInputStream(open(), MessageDigest.getInstance("MD5"))) {
        in.transferTo(OutputStream.nullOutputStream());
        return Base64.getEncoder().encodeToString(in.getMessageDigest().digest());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
