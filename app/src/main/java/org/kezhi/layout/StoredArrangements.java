package org.kezhi.layout;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.reading.Arrangement;
import org.kezhi.reading.Arrangements;
import org.springframework.stereotype.Component;

/// The stored layouts, as the screens get them.
@Component
class StoredArrangements implements Arrangements {

  private final LayoutQueries queries;

  StoredArrangements(LayoutQueries queries) {
    this.queries = queries;
  }

  @Override
  public Map<String, Arrangement> of(Viewer viewer) {
    var arrangements = new HashMap<String, Arrangement>();
    queries.of(viewer.id()).forEach((object, state) -> arrangements.put(object, of(state)));
    return arrangements;
  }

  private static Arrangement of(LayoutState state) {
    return new Arrangement(
        state.sections().stream()
            .map(section ->
                new Arrangement.Part(
                    section.id(),
                    words(section.labels()),
                    section.columns(),
                    section.fields(),
                    section.isConditional()))
            .toList(),
        state.hidden(),
        state.tabs(),
        state.cards(),
        state.hiddenCards());
  }

  private static Map<Locale, String> words(LayoutState.@Nullable SectionWords words) {
    return words == null
        ? Map.of()
        : Map.of(Labels.CHINESE, words.zhCN(), Labels.ENGLISH, words.en());
  }
}
