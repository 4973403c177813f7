package org.kezhi.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.reading.Arrangement;
import org.kezhi.reading.Arrangements;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;

/// The stored layouts, as the screens get them.
@Component
class StoredArrangements implements Arrangements {

  private final LayoutQueries queries;
  private final LayoutConditions conditions;
  private final ObjectTypes types;

  StoredArrangements(LayoutQueries queries, LayoutConditions conditions, ObjectTypes types) {
    this.queries = queries;
    this.conditions = conditions;
    this.types = types;
  }

  @Override
  public Map<String, Arrangement> of(Viewer viewer) {
    var arrangements = new HashMap<String, Arrangement>();
    queries
        .of(viewer.id())
        .forEach((object, state) ->
            types.named(object).ifPresent(type -> arrangements.put(object, of(type, state))));
    return arrangements;
  }

  private Arrangement of(ObjectType type, LayoutState state) {
    return new Arrangement(
        state.sections().stream()
            .map(section ->
                new Arrangement.Part(
                    section.id(),
                    words(section.labels()),
                    section.columns(),
                    section.fields(),
                    section.condition().isPresent()))
            .toList(),
        state.hidden(),
        state.tabs(),
        state.hiddenTabs(),
        state.cards(),
        state.hiddenCards(),
        List.copyOf(state.conditions().keySet()),
        conditions.watched(type, state));
  }

  private static Map<Locale, String> words(LayoutState.@Nullable SectionWords words) {
    return words == null
        ? Map.of()
        : Map.of(Labels.CHINESE, words.zhCN(), Labels.ENGLISH, words.en());
  }
}
