package org.kezhi.duplicate;

import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Match;
import org.kezhi.record.MatchKind;

/// What a record is recognised by, normalised.
record Traits(@Nullable Name name, MatchKind called, Map<MatchKind, Set<String>> values) {

  /// Domains at which anybody has a mailbox.
  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          "qq.com",
          "163.com",
          "126.com",
          "yeah.net",
          "sina.com",
          "sina.cn",
          "sohu.com",
          "139.com",
          "189.cn",
          "wo.cn",
          "aliyun.com",
          "foxmail.com",
          "tom.com",
          "21cn.com",
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "live.cn",
          "msn.com",
          "yahoo.com",
          "yahoo.com.cn",
          "icloud.com",
          "me.com",
          "proton.me",
          "protonmail.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "aol.com",
          "mail.ru",
          "example.com",
          "weixin.qq.com");

  private static final Set<String> SECOND_LEVELS =
      Set.of("com", "net", "org", "gov", "edu", "co", "ac");

  /// @param value the value of a field, if the record has one
  static Traits of(Collection<Match> matches, Function<Match, @Nullable Object> value) {
    var values = new EnumMap<MatchKind, Set<String>>(MatchKind.class);
    Name name = null;
    var called = MatchKind.TITLE;
    for (var match : matches) {
      var given = value.apply(match);
      if (given == null || given.toString().isBlank()) {
        continue;
      }
      var text = given.toString();
      switch (match.kind()) {
        case COMPANY, PERSON, TITLE -> {
          name = match.kind() == MatchKind.COMPANY ? Name.ofCompany(text) : Name.of(text);
          called = match.kind();
        }
        case UNIQUE, PLACE -> add(values, match.kind(), Name.of(text).core());
        case CREDIT_CODE, WITHIN -> add(values, match.kind(), text);
        case PHONE -> add(values, match.kind(), text.replaceFirst(";ext=.*", ""));
        case EMAIL -> add(values, match.kind(), text.toLowerCase(Locale.ROOT));
        case DOMAIN -> add(values, match.kind(), domain(text));
      }
    }
    return new Traits(name == null || name.core().isEmpty() ? null : name, called, values);
  }

  private static void add(Map<MatchKind, Set<String>> values, MatchKind kind, String value) {
    if (!value.isEmpty()) {
      values.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(value);
    }
  }

  Set<String> get(MatchKind kind) {
    return values.getOrDefault(kind, Set.of());
  }

  boolean shares(Traits other, MatchKind kind) {
    var shared = new HashSet<>(get(kind));
    shared.retainAll(other.get(kind));
    return !shared.isEmpty();
  }

  /// The part of an address that a company registers; empty where it belongs to no company.
  static String domain(String address) {
    var at = address.lastIndexOf('@');
    var host = at >= 0 ? address.substring(at + 1) : host(address);
    var labels = List.of(host.toLowerCase(Locale.ROOT).split("\\.", -1));
    if (labels.size() < 2 || labels.contains("")) {
      return "";
    }
    var take = labels.size() > 2 && SECOND_LEVELS.contains(labels.get(labels.size() - 2)) ? 3 : 2;
    var domain = String.join(".", labels.subList(labels.size() - take, labels.size()));
    return OPEN_TO_ALL.contains(domain) ? "" : domain;
  }

  private static String host(String address) {
    try {
      var host = URI.create(address.contains("://") ? address : "https://" + address).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
