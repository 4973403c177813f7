package org.kezhi.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.intake.ImportSettings;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the choices for imports under a name. A mapping gives no rights: whoever uses it can fill
/// only what they may write.
@Service
public class Mappings {

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 500;

  private final MappingRepository mappings;

  Mappings(MappingRepository mappings) {
    this.mappings = mappings;
  }

  List<SavedMapping> list(Viewer viewer, @Nullable String object) {
    return mappings.list(viewer, object).stream()
        .filter(mapping -> viewer.rights(mapping.object()).mayImport())
        .toList();
  }

  /// One's own, or one that is for all, of a kind of record that the viewer may import.
  public SavedMapping get(Viewer viewer, UUID id) {
    return mappings
        .find(viewer, id)
        .filter(mapping -> viewer.rights(mapping.object()).mayImport())
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  /// The mapping that was made for a header row.
  public Optional<SavedMapping> fitting(Viewer viewer, String object, List<String> headers) {
    return mappings.fitting(viewer, object, headers);
  }

  @Transactional
  UUID save(Viewer viewer, SaveMapping wanted) {
    if (!viewer.rights(wanted.object()).mayImport()
        || (wanted.forAll() && !viewer.may(Permission.ADMIN_SETTINGS))) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    var errors = faults(wanted.settings());
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    } else if (mappings.count(viewer) >= MOST) {
      throw MappingProblem.TOO_MANY.with(MOST);
    }
    return mappings.save(Ids.next(), viewer, wanted);
  }

  @SuppressWarnings("NullAway") // JSON can leave out what the record promises
  private static List<FieldError> faults(ImportSettings settings) {
    var errors = new ArrayList<FieldError>();
    if (settings.mapping() == null
        || settings.mapping().values().stream()
            .anyMatch(column -> column == null || column.length() > LONGEST_NAME)) {
      errors.add(FieldError.of("settings.mapping", "invalid"));
    }
    if (!ImportSettings.POLICIES.contains(settings.policy())) {
      errors.add(FieldError.of("settings.policy", "invalid"));
    }
    if (!ImportSettings.DATE_ORDERS.contains(settings.dateOrder())) {
      errors.add(FieldError.of("settings.dateOrder", "invalid"));
    }
    if (settings.createMissing() == null) {
      errors.add(FieldError.of("settings.createMissing", "invalid"));
    }
    return errors;
  }

  /// Whoever looks after the settings tidies up what others have shared.
  @Transactional
  void delete(Viewer viewer, UUID id) {
    if (!get(viewer, id).own() && !viewer.may(Permission.ADMIN_SETTINGS)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    mappings.delete(id);
  }
}
