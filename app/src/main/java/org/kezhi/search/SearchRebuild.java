package org.kezhi.search;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.Jobs;
import org.kezhi.platform.Settings;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.ObjectTypesChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes the search index anew when other fields are searched than it was made for, or they are
/// split otherwise.
@Component
class SearchRebuild implements JobKind {

  static final String NAME = "search";

  /// What the index was made for; an index made for something else is made anew at the next start.
  private static final String MADE_FOR = "search.madeFor";

  private final SearchIndex index;
  private final ObjectTypes types;
  private final Settings settings;
  private final Jobs jobs;

  SearchRebuild(SearchIndex index, ObjectTypes types, Settings settings, Jobs jobs) {
    this.index = index;
    this.types = types;
    this.settings = settings;
    this.jobs = jobs;
  }

  @EventListener({ApplicationReadyEvent.class, ObjectTypesChanged.class})
  void bringUpToDate() {
    var madeFor = settings.find(MADE_FOR, String.class);
    var wanted = wanted();
    if (madeFor.isEmpty() && index.records() == 0) {
      settings.put(MADE_FOR, wanted);
    } else if (!madeFor.filter(wanted::equals).isPresent()) {
      jobs.startForChange(NAME);
    }
  }

  private String wanted() {
    var searched = new TreeSet<String>();
    for (var type : types.all()) {
      if (SearchFields.isSearched(type)) {
        SearchFields.of(type)
            .forEach(field -> searched.add(type.name() + "." + field.name() + ":" + field.kind()));
      }
    }
    return TokenVector.EDITION + " " + String.join(" ", searched);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable Object run(JobRun run) {
    while (true) {
      var wanted = wanted();
      var total = index.records();
      var found = index.rebuild(done -> run.progress(done, total));
      settings.put(MADE_FOR, wanted);
      if (wanted.equals(wanted())) {
        return Map.of("records", found);
      }
    }
  }
}
