package org.kezhi.contract;

import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers the contract as it is now, with every kind of record there is.
@RestController
@PreAuthorize("isAuthenticated()")
class ContractController {

  private final Contract contract;

  ContractController(Contract contract) {
    this.contract = contract;
  }

  @GetMapping("/api/openapi.json")
  Map<String, Object> getContract() {
    return contract.document(_ -> true);
  }
}
