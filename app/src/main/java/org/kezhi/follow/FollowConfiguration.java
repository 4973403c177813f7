package org.kezhi.follow;

import static org.kezhi.db.Tables.RECORD_FOLLOW;

import org.kezhi.notification.NoticeKind;
import org.kezhi.notification.Topic;
import org.kezhi.record.LooseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What those who follow or own records are told.
@Configuration(proxyBeanMethods = false)
class FollowConfiguration {

  static final NoticeKind OWNED = new NoticeKind("owned", Topic.MENTION, true);
  static final NoticeKind CHANGED = new NoticeKind("changed", Topic.CHANGE, false);
  static final NoticeKind DELETED = new NoticeKind("deleted", Topic.CHANGE, false);
  static final NoticeKind RESTORED = new NoticeKind("restored", Topic.CHANGE, false);
  static final NoticeKind ADDED = new NoticeKind("added", Topic.CHANGE, false);
  static final NoticeKind BULK = new NoticeKind("bulk", Topic.CHANGE, false);

  @Bean
  static LooseReference follows() {
    return new LooseReference(RECORD_FOLLOW, RECORD_FOLLOW.OBJECT, RECORD_FOLLOW.RECORD_ID);
  }

  @Bean
  static NoticeKind owned() {
    return OWNED;
  }

  @Bean
  static NoticeKind changed() {
    return CHANGED;
  }

  @Bean
  static NoticeKind deleted() {
    return DELETED;
  }

  @Bean
  static NoticeKind restored() {
    return RESTORED;
  }

  @Bean
  static NoticeKind added() {
    return ADDED;
  }

  @Bean
  static NoticeKind bulk() {
    return BULK;
  }
}
