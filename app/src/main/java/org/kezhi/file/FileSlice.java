package org.kezhi.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Some of the bytes of a file, from one place to another.
final class FileSlice extends FilterInputStream {

  private long left;

  private FileSlice(InputStream from, long length) {
    super(from);
    this.left = length;
  }

  static InputStream open(Path file, long offset, long length) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ).position(offset);
    return new FileSlice(Channels.newInputStream(channel), length);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int start, int most) throws IOException {
    if (left == 0 && most > 0) {
      return -1;
    }
    var read = super.read(into, start, (int) Math.min(most, left));
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    var skipped = super.skip(Math.min(wanted, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
