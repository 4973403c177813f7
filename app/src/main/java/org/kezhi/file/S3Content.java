package org.kezhi.file;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// A content in a bucket, fetched when it is read and from where it is read.
final class S3Content extends AbstractResource {

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final long size;

  S3Content(S3Client client, String bucket, String key, long size) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.size = size;
  }

  @Override
  public String getDescription() {
    return key;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public long contentLength() {
    return size;
  }

  @Override
  public InputStream getInputStream() {
    return new Reading();
  }

  private ResponseInputStream<GetObjectResponse> fetch(long from) {
    try {
      return client.getObject(object -> {
        object.bucket(bucket).key(key);
        if (from > 0) {
          object.range("bytes=" + from + "-");
        }
      });
    } catch (SdkException e) {
      throw S3Fault.problem(e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof S3Content content && key.equals(content.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /// What is skipped before the first byte is read is not fetched.
  private final class Reading extends InputStream {

    private long next;
    private @Nullable ResponseInputStream<GetObjectResponse> fetched;

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int start, int most) throws IOException {
      if (next >= size) {
        return -1;
      }
      if (fetched == null) {
        fetched = fetch(next);
      }
      var read = fetched.read(into, start, most);
      next += Math.max(read, 0);
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      if (fetched != null) {
        return super.skip(wanted);
      }
      var skipped = Math.clamp(wanted, 0, size - next);
      next += skipped;
      return skipped;
    }

    @Override
    public void close() throws IOException {
      if (fetched != null && next < size) {
        fetched.abort();
      } else if (fetched != null) {
        fetched.close();
      }
    }
  }
}
