package org.kezhi.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Which customers are taken for the same, and which are not.
@AppTest
class LikenessTests {

  @Autowired ObjectTypes types;

  private ObjectType customer;

  @BeforeEach
  void look() {
    customer = types.named("customer").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "宁波港口装备有限公司, 宁波港口装备股份有限公司",
    "宁波港口装备有限公司, 港口装备（宁波）有限公司",
    "宁波港口装备有限公司, 港口装备有限公司",
    "宁波港口装备有限公司, 宁波港口庄备有限公司",
    "深圳市华星光电技术有限公司, 深圳华星光电技术有限公司",
    "Lantern Works Co. Ltd., LANTERN WORKS",
    "Lantern Works Inc, Lantern Wroks",
  })
  void asksAboutNamesThatAreNearlyTheSame(String one, String other) {
    assertThat(score(Map.of("name", one), Map.of("name", other)))
        .isGreaterThanOrEqualTo(Likeness.WORTH_ASKING);
  }

  @ParameterizedTest
  @CsvSource({
    "宁波港口装备有限公司, 上海港口装备有限公司",
    "宁波银行, 上海银行",
    "张伟, 张伟",
    "宁波港口装备有限公司, 宁波港口建设有限公司",
    "Lantern Works, Lantern House",
    "ABC, ABD",
  })
  void doesNotAskAboutOthers(String one, String other) {
    assertThat(score(Map.of("name", one), Map.of("name", other))).isLessThan(Likeness.WORTH_ASKING);
  }

  @Test
  void weighsWhatElseTheyHaveInCommon() {
    var company = Map.of("name", "宁波港口装备有限公司", "phone", "+8657487654321");
    var sales = Map.of("name", "港口装备销售部", "phone", "+8657487654321");
    var neighbour = Map.of("name", "晨光文具", "phone", "+8657487654321");

    assertThat(score(company, sales)).isLessThan(score(company, company));
    assertThat(score(company, neighbour)).isLessThan(Likeness.WORTH_ASKING);
    assertThat(
            score(
                Map.of("name", "张伟", "phone", "+8613800138000"),
                Map.of("name", "张伟", "phone", "+8613800138000")))
        .isGreaterThanOrEqualTo(Likeness.WORTH_ASKING);
  }

  @Test
  void trustsTheCreditCode() {
    var one = Map.of("name", "港口装备", "creditCode", "9144030071526726XG");
    var renamed = Map.of("name", "晨光文具", "creditCode", "9144030071526726XG");
    var other = Map.of("name", "港口装备", "creditCode", "91330100799655058B");

    assertThat(score(one, renamed)).isGreaterThan(90);
    assertThat(score(one, other)).isZero();
  }

  private int score(Map<String, String> one, Map<String, String> other) {
    return Likeness.of(traits(one), traits(other)).score();
  }

  private Traits traits(Map<String, String> values) {
    return Traits.of(customer.matches(), match -> values.get(match.field().name()));
  }
}
