package org.kezhi.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kezhi.database.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Seals secrets with a key that is not in the database, so that a copy of the database gives
/// nothing away: `KEZHI_SECRET_KEY`, or else a file in the data folder, made when it is needed.
@Component
class Secrets {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final DataFolder folder;
  private final String given;

  Secrets(DataFolder folder, @Value("${kezhi.secret.key:}") String given) {
    this.folder = folder;
    this.given = given;
  }

  String seal(String secret) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(UTF_8));
    var all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    return Base64.getEncoder().encodeToString(all);
  }

  String open(String sealed) {
    var all = Base64.getDecoder().decode(sealed);
    var nonce = Arrays.copyOf(all, NONCE);
    return new String(
        run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(all, NONCE, all.length)), UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] text) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw MailProblem.SECRET_LOST.with();
    }
  }

  private byte[] key() throws GeneralSecurityException {
    var text = given.isBlank() ? kept() : given.strip();
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
  }

  private String kept() {
    var file = folder.path().resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(Path file) throws IOException {
    var key = new byte[32];
    random.nextBytes(key);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Set<StandardOpenOption> anew =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var out = Files.newByteChannel(file, anew, ownerOnly)) {
      out.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
    } catch (FileAlreadyExistsException _) {
      // another thread was faster, and its key is as good
    }
  }
}
