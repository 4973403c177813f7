package org.kezhi.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeCycleTests {

  private static SalesBook book;

  @BeforeAll
  static void open(@TempDir Path folder) {
    book = new SalesBook(folder);
  }

  @AfterEach
  void clear() {
    book.clear();
  }

  @AfterAll
  static void close() {
    book.close();
  }

  @Test
  void beginsWithPotential() {
    book.customer("A");
    book.contact("B", "call", "2026-10-01");
    book.line("C", "draft", "1", "5", "0", "2026-10-01");

    assertThat(book.today().of(CUSTOMER_VALUE.STAGE, "A", "B", "C"))
        .containsExactly("potential", "potential", "development");
  }

  @Test
  void endsWhenLostOrSilent() {
    book.customer("marked", "lost");
    book.sale("marked", "1", "2026-11-01");
    book.sale("silent", "1", "2026-01-01", "2026-02-01", "2026-03-01");

    assertThat(book.today().of(CUSTOMER_VALUE.STAGE, "marked", "silent"))
        .containsExactly("termination", "termination");
  }

  @Test
  void developsUntilThreePurchasesAndHalfAYear() {
    book.sale("young", "1", "2026-05-27", "2026-06-01", "2026-07-01", "2026-08-01");
    book.sale("old enough", "1", "2026-05-26", "2026-06-01", "2026-07-01", "2026-08-01");
    book.sale("two", "1", "2026-01-01", "2026-10-01");
    book.returned("returns only", "1", "2026-10-01");

    assertThat(book.today().of(CUSTOMER_VALUE.STAGE, "young", "old enough", "two", "returns only"))
        .containsExactly("development", "growth", "development", "development");
  }

  @Test
  void growsByMoreThanATenth() {
    book.sale("grows", "100", "2025-12-01", "2026-01-01").sale("grows", "220.01", "2026-10-01");
    book.sale("keeps", "100", "2025-12-01", "2026-01-01").sale("keeps", "220", "2026-10-01");
    book.sale("returns", "1", "2025-01-01", "2025-02-01", "2026-10-01");

    assertThat(book.today().of(CUSTOMER_VALUE.STAGE, "grows", "keeps", "returns"))
        .containsExactly("growth", "maturity", "growth");
  }

  @Test
  void declinesByMoreThanThreeTenths() {
    book.sale("declines", "50", "2025-12-01", "2026-01-01").sale("declines", "69.99", "2026-10-01");
    book.sale("holds", "50", "2025-12-01", "2026-01-01").sale("holds", "70", "2026-10-01");

    var figures = book.today();

    assertThat(figures.of(CUSTOMER_VALUE.STAGE, "declines", "holds"))
        .containsExactly("maturity", "maturity");
    assertThat(figures.of(CUSTOMER_VALUE.DECLINING, "declines", "holds"))
        .containsExactly(true, false);
  }
}
