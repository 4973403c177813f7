package org.kezhi.view;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people order the cards of a board.
@RestController
@RequestMapping("/api/{path}/{id}/place")
@PreAuthorize("isAuthenticated()")
class CardController {

  private static final int MOST = 500;

  private final CardPlaces places;
  private final Policy policy;

  CardController(CardPlaces places, Policy policy) {
    this.places = places;
    this.policy = policy;
  }

  /// Where a card shall stand.
  ///
  /// @param above the cards above it in its column, from the top down
  record CardPlace(@NotNull @Size(max = MOST) List<@NotNull UUID> above) {}

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void place(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @Valid @RequestBody CardPlace wanted) {
    places.put(viewer, policy.visible(viewer, path), id, wanted.above());
  }
}
