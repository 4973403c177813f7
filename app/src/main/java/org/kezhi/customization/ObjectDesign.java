package org.kezhi.customization;

/// A kind of record, as those see it who design it.
///
/// @param custom whether the company has made it
record ObjectDesign(
    String name,
    String path,
    boolean custom,
    Words labels,
    Words pluralLabels,
    String icon,
    boolean retired) {

  static ObjectDesign of(CustomObject object) {
    return new ObjectDesign(
        object.name(),
        object.path(),
        true,
        object.labels(),
        object.pluralLabels(),
        object.icon(),
        object.retired());
  }
}
