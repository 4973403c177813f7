package org.kezhi.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.layout.LayoutConditions.HiddenParts;
import org.kezhi.layout.LayoutRepository.Place;
import org.kezhi.platform.ProblemAnswers;
import org.kezhi.reading.TypedRecord;
import org.kezhi.record.SeenVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets administrators arrange record pages, and tells pages what a record has.
@RestController
@RequestMapping("/api/layouts")
@PreAuthorize("isAuthenticated()")
class LayoutController {

  private final Layouts layouts;

  LayoutController(Layouts layouts) {
    this.layouts = layouts;
  }

  @GetMapping("/{object}")
  ResponseEntity<LayoutDetail> getLayout(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable String object,
      @RequestParam(required = false) @Nullable UUID role) {
    return answer(layouts.get(viewer, new Place(object, role), ProblemAnswers.language(request)));
  }

  @PutMapping("/{object}")
  ResponseEntity<LayoutDetail> setLayout(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable String object,
      @RequestParam(required = false) @Nullable UUID role,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @Valid @RequestBody LayoutState state) {
    var place = new Place(object, role);
    layouts.keep(viewer, place, SeenVersion.of(version), state);
    return answer(layouts.get(viewer, place, ProblemAnswers.language(request)));
  }

  @DeleteMapping("/{object}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resetLayout(
      Viewer viewer,
      @PathVariable String object,
      @RequestParam(required = false) @Nullable UUID role,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
    layouts.reset(viewer, new Place(object, role), SeenVersion.of(version));
  }

  @PostMapping("/{object}/hidden-parts")
  HiddenParts findHiddenParts(
      Viewer viewer, @PathVariable String object, @Valid @RequestBody TypedRecord typed) {
    return layouts.hiddenParts(viewer, object, typed);
  }

  private static ResponseEntity<LayoutDetail> answer(LayoutDetail layout) {
    return ResponseEntity.ok().eTag("\"" + layout.version() + "\"").body(layout);
  }
}
