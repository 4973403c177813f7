package org.kezhi.duplicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.MatchKind;

/// How sure it is that two records are the same, and why. Each thing in common leaves a part of the
/// doubt; the parts are multiplied.
///
/// @param score from 0 to 100
/// @param reasons what they have in common, as codes
record Likeness(int score, List<String> reasons) {

  /// From here on people are asked.
  static final int WORTH_ASKING = 60;

  private static final Likeness NONE = new Likeness(0, List.of());
  private static final double ALIKE = 0.8;
  private static final double DIFFERENT = 0.5;

  static Likeness of(Traits one, Traits other) {
    if (!one.get(MatchKind.CREDIT_CODE).isEmpty()
        && !other.get(MatchKind.CREDIT_CODE).isEmpty()
        && !one.shares(other, MatchKind.CREDIT_CODE)) {
      return NONE;
    }
    var names = names(one, other);
    var evidence = new Evidence(names != null && names.likeness < DIFFERENT ? 0.7 : 1);
    if (names != null && names.reason != null) {
      evidence.add(names.reason, names.weight);
    }
    evidence.shared(one, other, MatchKind.UNIQUE, 0.9);
    evidence.shared(one, other, MatchKind.CREDIT_CODE, 0.97);
    evidence.shared(one, other, MatchKind.PHONE, 0.6);
    evidence.shared(one, other, MatchKind.EMAIL, 0.75);
    evidence.shared(one, other, MatchKind.DOMAIN, 0.35);
    if (names != null && names.reason != null) {
      evidence.shared(one, other, MatchKind.PLACE, 0.15);
    }
    return new Likeness(evidence.score(), evidence.reasons);
  }

  /// @param reason none where the names tell nothing
  private record Names(double likeness, @Nullable String reason, double weight) {}

  private static @Nullable Names names(Traits one, Traits other) {
    var a = one.name();
    var b = other.name();
    if (a == null || b == null) {
      return null;
    }
    var isWithin = one.shares(other, MatchKind.WITHIN);
    var weight = Math.min(a.weight(), b.weight()) * placeWeight(a, b);
    if (one.called() == MatchKind.PERSON) {
      weight = isWithin ? 0.8 : 0.35;
    }
    if (a.core().equals(b.core())) {
      return new Names(1, isWithin ? "nameWithin" : "name", weight);
    } else if (a.isChinese() && b.isChinese() && a.syllables().equals(b.syllables())) {
      return new Names(0.95, "sound", weight * 0.85);
    }
    var likeness = Spelling.likeness(a.sound(), b.sound());
    return likeness < ALIKE
        ? new Names(likeness, null, 0)
        : new Names(likeness, "similarName", weight * (likeness >= 0.9 ? 0.75 : 0.55));
  }

  /// Companies of one name in two places are mostly two.
  private static double placeWeight(Name one, Name other) {
    if (one.places().isEmpty() && other.places().isEmpty()) {
      return 1;
    } else if (one.places().isEmpty() || other.places().isEmpty()) {
      return 0.95;
    }
    return Collections.disjoint(one.places(), other.places()) ? 0.25 : 1;
  }

  private static final class Evidence {

    private final double factor;
    private final List<String> reasons = new ArrayList<>();
    private double doubt = 1;

    Evidence(double factor) {
      this.factor = factor;
    }

    void add(String reason, double weight) {
      reasons.add(reason);
      doubt *= 1 - weight;
    }

    void shared(Traits one, Traits other, MatchKind kind, double weight) {
      if (one.shares(other, kind)) {
        add(
            switch (kind) {
              case UNIQUE -> "unique";
              case CREDIT_CODE -> "creditCode";
              case PHONE -> "phone";
              case EMAIL -> "email";
              case DOMAIN -> "domain";
              default -> "place";
            },
            kind == MatchKind.CREDIT_CODE ? weight : weight * factor);
      }
    }

    int score() {
      return (int) Math.round(100 * (1 - doubt));
    }
  }
}
