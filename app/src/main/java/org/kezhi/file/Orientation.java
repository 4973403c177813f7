package org.kezhi.file;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, as a JPEG file says it: which way its picture is to be turned.
record Orientation(int code) {

  private static final Orientation UPRIGHT = new Orientation(1);
  private static final int TAG = 0x0112;

  /// @param beginning the first bytes of the file, in which the camera writes it
  static Orientation of(byte[] beginning) {
    var bytes = ByteBuffer.wrap(beginning);
    try {
      if ((bytes.getShort() & 0xffff) != 0xffd8) {
        return UPRIGHT;
      }
      while (true) {
        var marker = bytes.getShort() & 0xffff;
        var length = bytes.getShort() & 0xffff;
        if (marker == 0xffe1 && bytes.getInt(bytes.position()) == 0x45786966) {
          return exif(bytes.slice(bytes.position() + 6, length - 8));
        } else if (marker == 0xffda || marker < 0xff00) {
          return UPRIGHT;
        }
        bytes.position(bytes.position() + length - 2);
      }
    } catch (RuntimeException _) {
      return UPRIGHT; // cut off or wrong: then it says nothing
    }
  }

  private static Orientation exif(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = tiff.getInt(4);
    var entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      var entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        var code = tiff.getShort(entry + 8) & 0xffff;
        return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  boolean isLying() {
    return code >= 5;
  }

  /// Turns a picture of a size upright.
  AffineTransform turn(double width, double height) {
    return switch (code) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
