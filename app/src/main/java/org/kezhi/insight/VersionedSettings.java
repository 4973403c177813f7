package org.kezhi.insight;

import org.kezhi.measure.ValueSettings;

/// Settings and which change of them this is; 0 for the defaults.
record VersionedSettings(ValueSettings settings, long version) {}
