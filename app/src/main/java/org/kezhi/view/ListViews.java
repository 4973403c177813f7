package org.kezhi.view;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps, changes, shares and pins views.
@Service
class ListViews {

  private static final int MOST = 100;

  private final ListViewQueries queries;
  private final ListViewRepository repository;
  private final OpenedViews opened;
  private final ViewRules rules;
  private final AuditContext audit;

  ListViews(
      ListViewQueries queries,
      ListViewRepository repository,
      OpenedViews opened,
      ViewRules rules,
      AuditContext audit) {
    this.queries = queries;
    this.repository = repository;
    this.opened = opened;
    this.rules = rules;
    this.audit = audit;
  }

  /// A version of a view as its writer has seen it.
  record Seen(UUID id, long version) {}

  @Transactional(readOnly = true)
  public List<ListView> list(Viewer viewer, @Nullable String object, Locale language) {
    return queries.list(viewer, object).stream()
        .flatMap(stored -> opened.open(viewer, stored, language).stream())
        .toList();
  }

  @Transactional(readOnly = true)
  public ListView get(Viewer viewer, UUID id, Locale language) {
    return opened
        .open(viewer, visible(viewer, id), language)
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  @Transactional
  public UUID create(Viewer viewer, CreateListView wanted) {
    var type =
        opened
            .type(viewer, String.valueOf(wanted.object()))
            .orElseThrow(() -> rules.withoutObject(wanted));
    requireWriting(viewer, type.name());
    var content = rules.content(new ViewParts.Look(viewer, type), wanted);
    if (queries.count(viewer.id(), type.name()) >= MOST) {
      throw ViewProblem.TOO_MANY.with(MOST);
    }
    begin(viewer);
    var id = Ids.next();
    return written(() -> {
      repository.insert(id, viewer.id(), type.name(), content);
      return id;
    });
  }

  /// The view as it is now; somebody who manages a shared one may have given it back to its owner
  /// and no longer sees it.
  @Transactional
  public ListView change(Viewer viewer, Seen seen, ChangeListView wanted, Locale language) {
    var stored = changeable(viewer, seen.id());
    var type = opened.type(viewer, stored.object()).orElseThrow();
    var content = rules.content(new ViewParts.Look(viewer, type), stored, wanted);
    begin(viewer);
    var at =
        written(() -> repository.update(stored, seen.version(), content, viewer.id()))
            .orElseThrow(() -> ViewProblem.STALE.with());
    var changed = stored.changed(seen.version(), content, at);
    return opened.open(viewer, changed, language).orElseThrow();
  }

  @Transactional
  public void delete(Viewer viewer, Seen seen) {
    var stored = changeable(viewer, seen.id());
    begin(viewer);
    if (!repository.delete(stored.id(), seen.version())) {
      throw ViewProblem.STALE.with();
    }
  }

  @Transactional
  public void pin(Viewer viewer, UUID id) {
    var stored = visible(viewer, id);
    requireWriting(viewer, stored.object());
    repository.pin(viewer.id(), id);
  }

  @Transactional
  public void unpin(Viewer viewer, UUID id) {
    var stored = visible(viewer, id);
    requireWriting(viewer, stored.object());
    repository.unpin(viewer.id(), id);
  }

  @Transactional
  public void openFirst(Viewer viewer, UUID id) {
    var stored = visible(viewer, id);
    requireWriting(viewer, stored.object());
    repository.openFirst(viewer.id(), stored);
  }

  @Transactional
  public void openFirstNoMore(Viewer viewer, UUID id) {
    var stored = visible(viewer, id);
    requireWriting(viewer, stored.object());
    repository.openFirstNoMore(viewer.id(), id);
  }

  private StoredView changeable(Viewer viewer, UUID id) {
    var stored = visible(viewer, id);
    if (!opened.mayChange(viewer, stored)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    return stored;
  }

  /// A view of a kind of record that somebody may not see is none for them.
  private StoredView visible(Viewer viewer, UUID id) {
    return queries
        .find(viewer, id)
        .filter(stored -> opened.type(viewer, stored.object()).isPresent())
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private static void requireWriting(Viewer viewer, String object) {
    if (!viewer.isForWriting(object)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  /// The database keeps names apart, and knows whether the owner has a unit to share with.
  private static <T> T written(Supplier<T> statement) {
    try {
      return statement.get();
    } catch (DuplicateKeyException _) {
      throw ViewProblem.TAKEN.in(List.of(FieldError.of("name", "taken")));
    } catch (DataIntegrityViolationException _) {
      throw CommonProblem.INVALID.in(List.of(FieldError.of("sharing", "noUnit")));
    }
  }

  private void begin(Viewer viewer) {
    audit.begin(viewer.id(), viewer.channel(), null);
  }
}
