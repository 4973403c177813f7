package org.kezhi.view;

import java.util.Locale;
import java.util.Optional;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.reading.FieldLabels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Opens stored views for somebody: without what they may not see, and with what they may do.
@Component
class OpenedViews {

  private final ObjectTypes types;
  private final Policy policy;
  private final ViewParts parts;
  private final FieldLabels labels;
  private final JsonMapper json;

  OpenedViews(
      ObjectTypes types, Policy policy, ViewParts parts, FieldLabels labels, JsonMapper json) {
    this.types = types;
    this.policy = policy;
    this.parts = parts;
    this.labels = labels;
    this.json = json;
  }

  /// The kind of record that a view is of, unless it is gone or hidden from the viewer.
  Optional<ObjectType> type(Viewer viewer, String object) {
    return types.named(object).filter(type -> policy.maySee(viewer, type));
  }

  boolean mayChange(Viewer viewer, StoredView stored) {
    var manages = stored.isSharedWithAll() && viewer.may(Permission.ADMIN_SETTINGS);
    return (stored.ownerId().equals(viewer.id()) || manages)
        && viewer.isForWriting(stored.object());
  }

  Optional<ListView> open(Viewer viewer, StoredView stored, Locale language) {
    return type(viewer, stored.object()).map(type -> open(viewer, type, stored, language));
  }

  private ListView open(Viewer viewer, ObjectType type, StoredView stored, Locale language) {
    var state = json.readValue(stored.state().data(), ViewState.class);
    var usable = parts.usable(new ViewParts.Look(viewer, type), state);
    return new ListView(
        stored.id(),
        stored.version(),
        stored.object(),
        stored.name(),
        stored.icon(),
        Sharing.of(stored.sharing()).orElseThrow(),
        new ListView.Owner(stored.ownerId(), stored.ownerName()),
        mayChange(viewer, stored),
        stored.pinned(),
        stored.opensFirst(),
        stored.standard(),
        usable.state(),
        usable.leftOut().stream()
            .map(field -> new ListView.LeftOut(field, label(type, field, language)))
            .toList(),
        stored.updatedAt());
  }

  /// A field that is gone has only its name left.
  private String label(ObjectType type, String name, Locale language) {
    return type.field(name).map(field -> labels.field(type, field, language)).orElse(name);
  }
}
