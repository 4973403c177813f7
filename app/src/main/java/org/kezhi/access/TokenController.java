package org.kezhi.access;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people manage the tokens of their programs.
@RestController
@RequestMapping("/api/tokens")
@PreAuthorize("isAuthenticated()")
class TokenController {

  private final Tokens tokens;

  TokenController(Tokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  TokenList listTokens(Viewer viewer) {
    return new TokenList(tokens.list(person(viewer)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Tokens.NewToken createToken(Viewer viewer, @Valid @RequestBody CreateToken command) {
    return tokens.create(person(viewer), command);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteToken(Viewer viewer, @PathVariable UUID id) {
    tokens.revoke(person(viewer), id);
  }

  private static UUID person(Viewer viewer) {
    viewer.requirePerson();
    return viewer.id();
  }

  /// The tokens of one person.
  record TokenList(List<Tokens.TokenSummary> items) {}
}
