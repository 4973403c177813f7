package org.kezhi.catalog;

import static org.kezhi.db.Tables.PRODUCT;

import org.kezhi.record.FieldKind;
import org.kezhi.record.MatchKind;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// What we sell, with its list price and cost.
@Component
final class ProductType extends ObjectType {

  ProductType() {
    super("product", PRODUCT);
    shown("sales", "product");
    title(PRODUCT.NAME);
    search(PRODUCT.NAME, PRODUCT.CODE, PRODUCT.CATEGORY);
    matchBy(PRODUCT.CODE, PRODUCT.NAME);
    money(MoneyUnit.of(PRODUCT.CURRENCY), PRODUCT.LIST_PRICE, PRODUCT.COST);
    currency(PRODUCT.CURRENCY);
    kind(FieldKind.LONG_TEXT, PRODUCT.DESCRIPTION);
    match(MatchKind.TITLE, PRODUCT.NAME);
    quickCreate(PRODUCT.CODE, PRODUCT.NAME, PRODUCT.CATEGORY, PRODUCT.LIST_PRICE);
    defaultList(
        PRODUCT.CODE,
        PRODUCT.NAME,
        PRODUCT.CATEGORY,
        PRODUCT.SALES_UNIT,
        PRODUCT.LIST_PRICE,
        PRODUCT.ACTIVE);
  }
}
