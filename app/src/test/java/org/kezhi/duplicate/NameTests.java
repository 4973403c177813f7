package org.kezhi.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTests {

  @ParameterizedTest
  @CsvSource({
    "宁波港口装备有限公司, 港口装备, 宁波",
    "宁波市港口装备有限责任公司, 港口装备, 宁波",
    "港口装备（宁波）股份有限公司, 港口装备, 宁波",
    "浙江省宁波港口装备集团有限公司, 港口装备, 宁波 浙江",
    "港口装备(中国)有限公司, 港口装备, ''",
    "ＡＢＣ 科技（上海）有限公司, abc科技, 上海",
    "宁波银行股份有限公司, 宁波银行, ''",
    "上海大众, 上海大众, ''",
    "'Lantern Works Co., Ltd.', lanternworks, ''",
    "Lantern Works (Company) Limited, lanternworks, ''",
    "THE LANTERN WORKS GMBH & CO. KG, lanternworks, ''",
    "Limited, limited, ''",
    "有限公司, 有限公司, ''",
  })
  void leavesOutWhatTellsLittle(String text, String core, String places) {
    var name = Name.ofCompany(text);

    assertThat(name.core()).isEqualTo(core);
    assertThat(String.join(" ", name.places().stream().sorted().toList())).isEqualTo(places);
  }

  @Test
  void hearsHowANameIsSpoken() {
    assertThat(Name.of("港口装备").sound()).isEqualTo("gangkouzhuangbei");
    assertThat(Name.of("港口装备").skeleton()).isEqualTo("gkzb");
    assertThat(Name.of("Lantern Works").skeleton()).isEqualTo("lntrnwrks");
    assertThat(Name.of("ABC").skeleton()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.lantern.com.cn/about, lantern.com.cn",
    "lantern.de, lantern.de",
    "mei@mail.lantern.com, lantern.com",
    "mei@qq.com, ''",
    "http://localhost, ''",
    "not an address, ''",
  })
  void findsTheDomainOfACompany(String address, String domain) {
    assertThat(Traits.domain(address)).isEqualTo(domain);
  }
}
