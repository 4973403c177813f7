package org.kezhi.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.network.Party.PartyMoney;

/// The group of companies that a customer belongs to, as somebody may see it.
///
/// @param items every company after the one above it; those side by side by what they bring
/// @param complete whether these are all; if not, the sums are only over these
record CustomerGroup(List<Member> items, boolean complete) {

  /// One company of the group.
  ///
  /// @param key which of the items it is
  /// @param above the item above it
  /// @param customer the company; none where the viewer may not see it
  record Member(
      int key,
      @Nullable Integer above,
      @Nullable Party customer,
      @Nullable GroupFigures own,
      GroupFigures total) {}

  /// What one company brings, or all below it with itself; each figure only for those who may see
  /// it.
  ///
  /// @param subsidiaries how many are below
  /// @param revenue in base currency, within the window of the value figures
  record GroupFigures(
      int subsidiaries,
      @Nullable PartyMoney revenue,
      @Nullable Integer orders,
      @Nullable Integer openTasks) {}
}
