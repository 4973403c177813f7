package org.kezhi.notification;

/// A kind of event that people are told about; each is a bean of the module in which it happens.
///
/// People read the label `notice.<name>` in the settings and `notice.<name>.text` when it has
/// happened, with the name of whoever caused it as argument 0 and those of the notice after it.
///
/// @param byMail whether it also stands in the morning's mail, unless somebody says otherwise
public record NoticeKind(String name, Topic topic, boolean byMail) {}
