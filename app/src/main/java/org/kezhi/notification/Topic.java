package org.kezhi.notification;

import com.fasterxml.jackson.annotation.JsonValue;

/// Why somebody is told something; each topic is a tab of the bell.
public enum Topic {
  /// Somebody was named.
  MENTION("mention"),
  /// Somebody shall decide.
  APPROVAL("approval"),
  /// The time for something has come.
  REMINDER("reminder"),
  /// A record that somebody follows or owns has changed. Only these can be muted.
  CHANGE("change"),
  /// Background work has ended.
  WORK("work");

  private final String code;

  Topic(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
