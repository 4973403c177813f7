package org.kezhi.record;

/// What a field says about whether two records are the same.
public enum MatchKind {
  /// The name of a company: its legal form and its place weigh little.
  COMPANY,
  /// The name of a person, which many may have.
  PERSON,
  /// What else records are called by.
  TITLE,
  /// A text that belongs to one record only.
  UNIQUE,
  CREDIT_CODE,
  PHONE,
  EMAIL,
  /// The internet domain of a web or mail address.
  DOMAIN,
  /// A city: it adds to what else two records have in common.
  PLACE,
  /// A reference: people of one name in one company are probably one.
  WITHIN
}
