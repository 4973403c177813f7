package org.kezhi.record;

import java.util.Optional;

/// A field by which duplicates are recognised.
public record Match(MatchKind kind, RecordField field) {

  /// What an added field is for by itself: addresses and numbers that belong to one record.
  static Optional<Match> of(RecordField field, Customization added) {
    if (!field.isStored() || field.readOnly()) {
      return Optional.empty();
    }
    return switch (field.kind()) {
      case PHONE -> Optional.of(new Match(MatchKind.PHONE, field));
      case EMAIL -> Optional.of(new Match(MatchKind.EMAIL, field));
      case CREDIT_CODE -> Optional.of(new Match(MatchKind.CREDIT_CODE, field));
      case TEXT ->
          added.matched().contains(field.name())
              ? Optional.of(new Match(MatchKind.UNIQUE, field))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
