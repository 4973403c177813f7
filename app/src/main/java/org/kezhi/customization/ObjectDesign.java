package org.kezhi.customization;

import org.jspecify.annotations.Nullable;

/// A kind of record, as those see it who design it.
///
/// @param custom whether the company has made it
/// @param original what the program calls it, where the company calls it otherwise
record ObjectDesign(
    String name,
    String path,
    boolean custom,
    Words labels,
    Words pluralLabels,
    @Nullable Words original,
    @Nullable Words originalPlural,
    String icon,
    boolean retired) {

  static ObjectDesign of(CustomObject object) {
    return new ObjectDesign(
        object.name(),
        object.path(),
        true,
        object.labels(),
        object.pluralLabels(),
        null,
        null,
        object.icon(),
        object.retired());
  }
}
