package org.kezhi.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.record.FieldValues;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says what is wrong with a view before it is kept.
@Component
class ViewRules {

  private static final int MAX_NAME = 80;
  private static final int MAX_STATE = 16_000;
  private static final String NUL = "\\u0000";

  private final ViewParts parts;
  private final JsonMapper json;

  ViewRules(ViewParts parts, JsonMapper json) {
    this.parts = parts;
    this.json = json;
  }

  /// What a new view shall be.
  ListViewRepository.Content content(ViewParts.Look look, CreateListView wanted) {
    var state = wanted.state() == null ? ViewState.STANDARD : wanted.state();
    var errors = new ArrayList<FieldError>();
    var name = name(wanted.name(), errors);
    var icon = icon(wanted.icon(), errors);
    var sharing =
        wanted.sharing() == null ? Sharing.PRIVATE : sharing(look, wanted.sharing(), errors);
    var stored = state(look, state, errors);
    refuse(errors);
    return new ListViewRepository.Content(name, icon, sharing, stored);
  }

  /// What a view shall be from now on; what was shared with everyone may stay so.
  ListViewRepository.Content content(
      ViewParts.Look look, StoredView stored, ChangeListView wanted) {
    var errors = new ArrayList<FieldError>();
    var name = wanted.name() == null ? stored.name() : name(wanted.name(), errors);
    var icon = wanted.icon() == null ? stored.icon() : icon(wanted.icon(), errors);
    var isAsBefore = wanted.sharing() == null || stored.sharing().equals(wanted.sharing());
    var sharing =
        isAsBefore
            ? Sharing.of(stored.sharing()).orElseThrow()
            : sharing(look, wanted.sharing(), errors);
    var state = wanted.state() == null ? stored.state() : state(look, wanted.state(), errors);
    refuse(errors);
    return new ListViewRepository.Content(name, icon, sharing, state);
  }

  /// Refuses a view of nothing, with all else that can be said about it.
  RuntimeException withoutObject(CreateListView wanted) {
    var errors = new ArrayList<FieldError>();
    var object = wanted.object();
    var isMissing = object == null || object.isBlank();
    errors.add(FieldError.of("object", isMissing ? "required" : "unknownObject"));
    name(wanted.name(), errors);
    return CommonProblem.INVALID.in(errors);
  }

  private static String name(@Nullable String wanted, List<FieldError> errors) {
    var name = wanted == null ? "" : wanted.strip();
    var bad = FieldValues.firstUnstorable(name);
    if (name.isEmpty()) {
      errors.add(FieldError.of("name", "required"));
    } else if (bad > 0) {
      errors.add(FieldError.of("name", "badCharacter", bad));
    } else if (name.codePointCount(0, name.length()) > MAX_NAME) {
      errors.add(FieldError.of("name", "tooLong", MAX_NAME));
    }
    return name;
  }

  /// The screens know the icons by their names; one that they do not know does no harm.
  private static @Nullable String icon(@Nullable String wanted, List<FieldError> errors) {
    if (wanted == null || wanted.isEmpty()) {
      return null;
    } else if (!wanted.matches("[A-Za-z-]{1,40}")) {
      errors.add(FieldError.of("icon", "invalid"));
    }
    return wanted;
  }

  private static Sharing sharing(
      ViewParts.Look look, @Nullable String wanted, List<FieldError> errors) {
    var known = Sharing.of(String.valueOf(wanted));
    if (known.isEmpty()) {
      var all = Arrays.stream(Sharing.values()).map(Sharing::code).toList();
      errors.add(FieldError.of("sharing", "notAChoice", String.join(", ", all)));
    } else if (known.get() == Sharing.EVERYONE && !look.viewer().may(Permission.ADMIN_SETTINGS)) {
      throw CommonProblem.NOT_ALLOWED.in(List.of(FieldError.of("sharing", "notForEveryone")));
    }
    return known.orElse(Sharing.PRIVATE);
  }

  private JSONB state(ViewParts.Look look, ViewState state, List<FieldError> errors) {
    var text = json.writeValueAsString(state);
    if (text.length() > MAX_STATE) {
      errors.add(FieldError.of("state", "tooLong", MAX_STATE));
    } else if (text.contains(NUL) || FieldValues.firstUnstorable(text) > 0) {
      errors.add(FieldError.of("state", "invalid"));
    } else {
      errors.addAll(parts.errors(look, state));
    }
    return JSONB.valueOf(text);
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
  }
}
