package org.kezhi.mail;

/// A mail to one person.
///
/// @param key what it is, such as `digest:<user>:<day>`: the same mail is never sent twice
public record Mail(String key, String to, String subject, String text) {}
