package org.kezhi.export;

import java.util.List;
import java.util.Locale;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;

/// Which columns a list has, and in which language its words are.
record Sheet(ObjectType type, List<RecordField> columns, Locale language) {}
