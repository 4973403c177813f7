package org.kezhi.customization;

import java.util.UUID;

/// A kind of record that the company has made, as it is kept.
///
/// @param owned whether its records belong to somebody, so that rights go by owner and unit
record CustomObject(
    UUID id,
    String name,
    String path,
    String table,
    Words labels,
    Words pluralLabels,
    String icon,
    boolean owned,
    boolean retired) {}
