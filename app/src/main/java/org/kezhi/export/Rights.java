package org.kezhi.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kezhi.access.Viewer;

/// Everything that decides what somebody sees, as one short text that differs when it does.
final class Rights {

  private Rights() {}

  static String of(Viewer viewer) {
    var fields = new TreeMap<String, TreeMap<String, Object>>();
    viewer.fields().forEach((object, limits) -> fields.put(object, new TreeMap<>(limits)));
    var scopes = viewer.scopes();
    var all =
        String.join(
            "\n",
            String.valueOf(viewer.unit()),
            new TreeSet<>(viewer.subtree()).toString(),
            String.valueOf(viewer.administrator()),
            new TreeSet<>(viewer.permissions()).toString(),
            new TreeMap<>(viewer.objects()).toString(),
            fields.toString(),
            scopes == null || scopes.contains("*") ? "*" : new TreeSet<>(scopes).toString());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
