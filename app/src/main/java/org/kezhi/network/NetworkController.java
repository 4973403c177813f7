package org.kezhi.network;

import java.util.UUID;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.network.Referrals.ReferralList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Answers how a party hangs together with others.
@RestController
@PreAuthorize("isAuthenticated()")
class NetworkController {

  private final CustomerGroups groups;
  private final Referrals referrals;
  private final Policy policy;

  NetworkController(CustomerGroups groups, Referrals referrals, Policy policy) {
    this.groups = groups;
    this.referrals = referrals;
    this.policy = policy;
  }

  @GetMapping("/api/customers/{id}/group")
  CustomerGroup getCustomerGroup(Viewer viewer, @PathVariable UUID id) {
    return groups.of(viewer, id);
  }

  @GetMapping("/api/{path}/{id}/referrals")
  ReferralList listReferrals(Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    return referrals.by(viewer, policy.visible(viewer, path), id);
  }
}
