package org.kezhi.access;

import static org.kezhi.db.Tables.APP_USER;

import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// The people who log in.
@Component
final class UserType extends ObjectType {

  UserType() {
    super("user", APP_USER);
    shown("settings", "user");
    title(APP_USER.DISPLAY_NAME);
    search(APP_USER.USER_NAME, APP_USER.EMAIL);
    matchBy(APP_USER.USER_NAME, APP_USER.EMAIL);
    kind(FieldKind.EMAIL, APP_USER.EMAIL);
    kind(FieldKind.PHONE, APP_USER.PHONE);
    choice(APP_USER.LANGUAGE, "zh-CN", "en");
    leaveOut(APP_USER.PASSWORD_HASH, APP_USER.THEME, APP_USER.DENSITY);
    quickCreate(APP_USER.USER_NAME, APP_USER.DISPLAY_NAME, APP_USER.EMAIL, APP_USER.UNIT_ID);
    defaultList(
        APP_USER.DISPLAY_NAME,
        APP_USER.USER_NAME,
        APP_USER.UNIT_ID,
        APP_USER.EMAIL,
        APP_USER.ACTIVE);
  }
}
