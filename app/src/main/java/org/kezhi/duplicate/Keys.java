package org.kezhi.duplicate;

import java.util.LinkedHashSet;
import java.util.Set;
import org.kezhi.record.MatchKind;

/// The keys of a record: two that have one in common are compared.
final class Keys {

  /// What a key is made of; the number is stored.
  enum Kind {
    NAME,
    SOUND,
    SKELETON,
    WITHIN,
    UNIQUE,
    CREDIT_CODE,
    PHONE,
    EMAIL,
    DOMAIN
  }

  /// A key as it is stored.
  record Key(short kind, long value) {

    static Key of(Kind kind, String text) {
      return new Key((short) kind.ordinal(), hash(text));
    }
  }

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Keys() {}

  static Set<Key> of(Traits traits) {
    var keys = new LinkedHashSet<Key>();
    var name = traits.name();
    if (name != null) {
      addName(keys, traits, name);
    }
    traits.get(MatchKind.UNIQUE).forEach(one -> keys.add(Key.of(Kind.UNIQUE, one)));
    traits.get(MatchKind.CREDIT_CODE).forEach(one -> keys.add(Key.of(Kind.CREDIT_CODE, one)));
    traits.get(MatchKind.PHONE).forEach(one -> keys.add(Key.of(Kind.PHONE, one)));
    traits.get(MatchKind.EMAIL).forEach(one -> keys.add(Key.of(Kind.EMAIL, one)));
    traits.get(MatchKind.DOMAIN).forEach(one -> keys.add(Key.of(Kind.DOMAIN, one)));
    return keys;
  }

  /// A person's name alone leads to too many others.
  private static void addName(Set<Key> keys, Traits traits, Name name) {
    var within = traits.get(MatchKind.WITHIN);
    if (traits.called() == MatchKind.PERSON && !within.isEmpty()) {
      within.forEach(one -> keys.add(Key.of(Kind.WITHIN, one + " " + name.sound())));
      return;
    }
    keys.add(Key.of(Kind.NAME, name.core()));
    if (name.isChinese()) {
      keys.add(Key.of(Kind.SOUND, name.sound()));
    }
    if (!name.skeleton().isEmpty()) {
      keys.add(Key.of(Kind.SKELETON, name.skeleton()));
    }
  }

  /// FNV-1a over the characters; what two texts have in common by chance is found out when the
  /// records are compared.
  private static long hash(String text) {
    var hash = BASIS;
    for (var i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
