package org.kezhi.access;

import jakarta.validation.Valid;
import org.kezhi.platform.CommonProblem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets administrators make users who can log in at once, and tokens in their name.
@RestController
@RequestMapping("/api/accounts")
@PreAuthorize("isAuthenticated()")
class AccountController {

  private final Users users;
  private final Tokens tokens;

  AccountController(Users users, Tokens tokens) {
    this.users = users;
    this.tokens = tokens;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Account createAccount(Viewer viewer, @Valid @RequestBody NewAccount command) {
    return users.add(viewer, command);
  }

  @PostMapping("/{userName}/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  Tokens.NewToken createAccountToken(
      Viewer viewer, @PathVariable String userName, @Valid @RequestBody CreateToken command) {
    viewer.requirePerson();
    if (!viewer.administrator()) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    var user = users.named(userName).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return tokens.create(viewer, user, command);
  }
}
