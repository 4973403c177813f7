package org.kezhi.writing;

/// Lets a module check and complete its own kind of record before it is written.
public interface WriteRule {

  /// The name of the object type that the rule is for.
  String object();

  /// Looks at the draft and at what stays of the record ([Draft#now]), sets what follows from it,
  /// and rejects what must not be.
  void apply(Draft draft);
}
