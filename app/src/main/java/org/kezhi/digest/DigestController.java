package org.kezhi.digest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.mail.Outbox;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Settings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lets everybody say whether and when they want the mail of the morning.
@RestController
@RequestMapping("/api/digest")
@PreAuthorize("isAuthenticated()")
class DigestController {

  private final DigestRepository repository;
  private final Outbox outbox;
  private final Settings settings;

  DigestController(DigestRepository repository, Outbox outbox, Settings settings) {
    this.repository = repository;
    this.outbox = outbox;
    this.settings = settings;
  }

  /// Whether and when somebody wants the mail of the morning.
  ///
  /// @param minute the minute of the day
  /// @param zone the zone in which it counts; that of the company if there is none
  record ChangeDigest(
      boolean wanted, @Min(0) @Max(1439) int minute, @Nullable @Size(max = 60) String zone) {}

  /// What somebody has chosen, and whether mail can be sent at all.
  record Digest(
      boolean wanted, int minute, @Nullable String zone, String companyZone, boolean canSend) {}

  @GetMapping
  Digest getDigest(Viewer viewer) {
    viewer.requireAllScopes();
    var setting = repository.find(viewer.id());
    return new Digest(
        setting.wanted(),
        setting.minute(),
        setting.zone(),
        settings.zone().getId(),
        outbox.isOpen());
  }

  @PutMapping
  @Transactional
  public Digest setDigest(Viewer viewer, @Valid @RequestBody ChangeDigest wanted) {
    viewer.requireAllScopes();
    var zone = wanted.zone();
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw CommonProblem.INVALID.in(List.of(FieldError.of("zone", "unknownZone")));
    }
    repository.keep(
        viewer.id(), new DigestRepository.Setting(wanted.wanted(), wanted.minute(), zone));
    return getDigest(viewer);
  }
}
