package org.kezhi.view;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says with which views lists open for those who have chosen none themselves.
@Service
class StandardViews {

  private final ListViewQueries queries;
  private final StandardViewRepository repository;
  private final OpenedViews opened;
  private final AuditContext audit;

  StandardViews(
      ListViewQueries queries,
      StandardViewRepository repository,
      OpenedViews opened,
      AuditContext audit) {
    this.queries = queries;
    this.repository = repository;
    this.opened = opened;
    this.audit = audit;
  }

  /// Somebody for whom a view can be the standard one: a role, or everybody where there is none.
  ///
  /// @param chosen whether this view is it
  /// @param other the name of the view that is it instead
  record Audience(
      @Nullable UUID role, @Nullable String title, boolean chosen, @Nullable String other) {}

  @Transactional(readOnly = true)
  public List<Audience> audiences(Viewer viewer, UUID id) {
    viewer.require(Permission.ADMIN_SETTINGS);
    return repository.audiences(visible(viewer, id));
  }

  /// Makes it the standard one for these, and for nobody else.
  @Transactional
  public void set(Viewer viewer, UUID id, StandardFor wanted) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var view = visible(viewer, id);
    if (!view.isSharedWithAll() && (wanted.isForEverybody() || !wanted.roleIds().isEmpty())) {
      throw ViewProblem.NOT_SHARED.with();
    }
    var roles = new HashSet<Optional<UUID>>();
    repository.audiences(view).forEach(known -> roles.add(Optional.ofNullable(known.role())));
    if (!wanted.roleIds().stream().map(Optional::of).allMatch(roles::contains)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    audit.begin(viewer.id(), viewer.channel(), null);
    repository.set(view, wanted, viewer.id());
  }

  private StoredView visible(Viewer viewer, UUID id) {
    return queries
        .find(viewer, id)
        .filter(stored -> opened.type(viewer, stored.object()).isPresent())
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }
}
