package org.kezhi.insight;

import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.kezhi.access.Permission;
import org.kezhi.record.Extension;

/// The value figures as fields of the customer: `value.layer`, `value.revenue` and so on.
public final class CustomerValue {

  private static final List<String> LAYERS =
      List.of("top", "big", "medium", "small", "inactive", "prospect", "suspect", "none");

  public static final Extension FIELDS =
      new Extension(
          "value",
          Permission.VALUE_READ.code(),
          CUSTOMER_VALUE,
          CUSTOMER_VALUE.CUSTOMER_ID,
          List.of(
              CUSTOMER_VALUE.LAYER,
              CUSTOMER_VALUE.REVENUE,
              CUSTOMER_VALUE.PROFIT,
              CUSTOMER_VALUE.RANK,
              CUSTOMER_VALUE.LAYER_BY_PROFIT,
              CUSTOMER_VALUE.PREVIOUS_LAYER,
              CUSTOMER_VALUE.LAST_PURCHASE,
              CUSTOMER_VALUE.FIRST_PURCHASE,
              CUSTOMER_VALUE.FREQUENCY,
              CUSTOMER_VALUE.MONETARY,
              CUSTOMER_VALUE.R_SCORE,
              CUSTOMER_VALUE.F_SCORE,
              CUSTOMER_VALUE.M_SCORE,
              CUSTOMER_VALUE.RFM_CLASS,
              CUSTOMER_VALUE.RFM_SEGMENT,
              CUSTOMER_VALUE.ACTIVITY_CLASS,
              CUSTOMER_VALUE.ACTIVITY_TREND,
              CUSTOMER_VALUE.REVENUE_CLASS,
              CUSTOMER_VALUE.STAGE,
              CUSTOMER_VALUE.DECLINING),
          Map.of(
              CUSTOMER_VALUE.LAYER, LAYERS,
              CUSTOMER_VALUE.LAYER_BY_PROFIT, LAYERS,
              CUSTOMER_VALUE.PREVIOUS_LAYER, LAYERS,
              CUSTOMER_VALUE.RFM_CLASS,
                  List.of(
                      "keyValue",
                      "keyDevelop",
                      "keyKeep",
                      "keyRetain",
                      "generalValue",
                      "generalDevelop",
                      "generalKeep",
                      "generalRetain",
                      "none"),
              CUSTOMER_VALUE.RFM_SEGMENT,
                  List.of(
                      "champions",
                      "loyal",
                      "potentialLoyalist",
                      "new",
                      "promising",
                      "needAttention",
                      "aboutToSleep",
                      "cannotLose",
                      "atRisk",
                      "hibernating",
                      "lost",
                      "none"),
              CUSTOMER_VALUE.ACTIVITY_CLASS, List.of("A", "B", "W", "C", "N", "none"),
              CUSTOMER_VALUE.REVENUE_CLASS, List.of("A", "B", "C", "none"),
              CUSTOMER_VALUE.STAGE,
                  List.of("potential", "development", "growth", "maturity", "termination")),
          Set.of(CUSTOMER_VALUE.REVENUE, CUSTOMER_VALUE.PROFIT, CUSTOMER_VALUE.MONETARY));

  /// What the customer's page shows of them.
  public static final Field<?>[] SHOWN = FIELDS.columns().toArray(Field<?>[]::new);

  /// What lists of customers show unless somebody chooses otherwise.
  public static final Field<String> LAYER = CUSTOMER_VALUE.LAYER;

  public static final Field<BigDecimal> REVENUE = CUSTOMER_VALUE.REVENUE;
  public static final Field<String> RFM_CLASS = CUSTOMER_VALUE.RFM_CLASS;
  public static final Field<String> ACTIVITY_TREND = CUSTOMER_VALUE.ACTIVITY_TREND;
  public static final Field<LocalDate> LAST_PURCHASE = CUSTOMER_VALUE.LAST_PURCHASE;

  private CustomerValue() {}
}
