package org.kezhi.network;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer as part of a network.
record Party(UUID id, @Nullable String title) {

  /// An amount in base currency.
  record PartyMoney(String amount, String currency) {

    static PartyMoney of(BigDecimal amount, String currency) {
      var plain = amount.stripTrailingZeros();
      return new PartyMoney(plain.toPlainString(), currency);
    }
  }
}
