package org.kezhi.file;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.kezhi.database.DataFolder;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Draws small pictures of large ones, anew, so that nothing but the picture is left of the file.
@Component
class Pictures {

  private static final int SMALL = 240;
  private static final int LARGE = 1_600;
  private static final long MOST_PIXELS = 64_000_000;
  private static final int AT_ONCE = 2;
  private static final int BEGINNING = 128 * 1024;

  private final ContentStore store;
  private final Path folder;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  Pictures(ContentStore store, DataFolder data) {
    this.store = store;
    data.folder("files");
    this.folder = data.folder("files/previews");
  }

  static MediaType type(Path picture) {
    return picture.toString().endsWith(".png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG;
  }

  /// Where a picture of a content lies; it is drawn when it is wanted for the first time.
  Path of(AttachedFile.Version version, boolean large) {
    if (!ContentTypes.IMAGES.contains(version.type())) {
      throw FileProblem.NO_PREVIEW.with();
    }
    var side = large ? LARGE : SMALL;
    for (var drawn : places(version.sha256(), side)) {
      if (Files.isRegularFile(drawn)) {
        return drawn;
      }
    }
    turns.acquireUninterruptibly();
    try {
      return draw(store.get(version.sha256()), version.sha256(), side);
    } catch (IOException | RuntimeException fault) {
      if (fault instanceof IOException
          || fault instanceof IllegalArgumentException
          || fault instanceof IndexOutOfBoundsException) {
        throw FileProblem.NO_PREVIEW.with();
      }
      throw (RuntimeException) fault;
    } finally {
      turns.release();
    }
  }

  void delete(String sha256) throws IOException {
    for (var side : List.of(SMALL, LARGE)) {
      for (var drawn : places(sha256, side)) {
        Files.deleteIfExists(drawn);
      }
    }
  }

  private List<Path> places(String sha256, int side) {
    var place = folder.resolve(sha256.substring(0, 2));
    return List.of(
        place.resolve(sha256 + "-" + side + ".jpg"), place.resolve(sha256 + "-" + side + ".png"));
  }

  private Path draw(Resource content, String sha256, int side) throws IOException {
    var picture = drawn(content, side);
    var isClear = picture.getColorModel().hasAlpha();
    var target = places(sha256, side).get(isClear ? 1 : 0);
    Files.createDirectories(target.getParent());
    var beside = target.resolveSibling(UUID.randomUUID() + ".new");
    ImageIO.write(picture, isClear ? "png" : "jpg", beside.toFile());
    Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    return target;
  }

  private static BufferedImage drawn(Resource content, int side) throws IOException {
    try (var bytes = content.getInputStream();
        ImageInputStream in =
            ImageIO.createImageInputStream(content.isFile() ? content.getFile() : bytes)) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("No picture");
      }
      var reader = readers.next();
      try {
        // what is written beside the picture is not read: it may be anything, of any size
        reader.setInput(in, true, true);
        return upright(read(reader, side), orientation(content), side);
      } finally {
        reader.dispose();
      }
    }
  }

  /// Leaves out so many rows and columns that the picture is hardly larger than wanted.
  private static BufferedImage read(ImageReader reader, int side) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS) {
      throw new IOException("Too many pixels");
    }
    var step = Math.max(1, (int) (Math.max(width, height) / (2L * side)));
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  private static Orientation orientation(Resource content) throws IOException {
    try (InputStream in = content.getInputStream()) {
      return Orientation.of(in.readNBytes(BEGINNING));
    }
  }

  private static BufferedImage upright(BufferedImage read, Orientation orientation, int side) {
    var scale = Math.min(1.0, (double) side / Math.max(read.getWidth(), read.getHeight()));
    var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    var isLying = orientation.isLying();
    var kind =
        read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    var drawn = new BufferedImage(isLying ? height : width, isLying ? width : height, kind);
    var turn = orientation.turn(width, height);
    turn.concatenate(
        AffineTransform.getScaleInstance(
            (double) width / read.getWidth(), (double) height / read.getHeight()));
    var pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(read, turn, null);
    pen.dispose();
    return drawn;
  }
}
