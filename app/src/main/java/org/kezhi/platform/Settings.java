package org.kezhi.platform;

import static org.kezhi.db.Tables.SETTING;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes what an administrator may change: company-wide values by key.
@Component
public class Settings {

  private static final String ZONE = "company.zone";
  private static final String CURRENCY = "company.baseCurrency";

  private final DSLContext db;
  private final JsonMapper json;
  private final Remembered<String, Optional<String>> texts =
      new Remembered<>(key -> find(key, String.class));

  Settings(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  public <T> Optional<T> find(String key, Class<T> type) {
    return db.select(SETTING.VALUE)
        .from(SETTING)
        .where(SETTING.KEY.eq(key))
        .fetchOptional(SETTING.VALUE)
        .map(value -> json.readValue(value.data(), type));
  }

  @Transactional
  public void put(String key, Object value) {
    var stored = JSONB.valueOf(json.writeValueAsString(value));
    db.insertInto(SETTING, SETTING.KEY, SETTING.VALUE)
        .values(key, stored)
        .onConflict(SETTING.KEY)
        .doUpdate()
        .set(SETTING.VALUE, stored)
        .set(SETTING.VERSION, SETTING.VERSION.plus(1))
        .execute();
    texts.forget();
  }

  /// The zone in which the company counts its days.
  public ZoneId zone() {
    return ZoneId.of(texts.get(ZONE).orElse("Asia/Shanghai"));
  }

  /// The currency of all totals, as an ISO 4217 code.
  public String baseCurrency() {
    return texts.get(CURRENCY).orElse("CNY");
  }

  public void company(ZoneId zone, String baseCurrency) {
    put(ZONE, zone.getId());
    put(CURRENCY, baseCurrency);
  }

  @Bean
  static Clock clock() {
    return Clock.systemUTC();
  }
}
