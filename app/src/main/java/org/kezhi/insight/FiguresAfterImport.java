package org.kezhi.insight;

import java.util.Set;
import org.kezhi.bulk.BulkEnded;
import org.kezhi.transfer.ImportEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has the figures computed anew when a file has brought sales or customers, even in part, or was
/// taken back, and when many sales were changed at once; the job is written before the job that did
/// it is over, so that it cannot be missed.
@Component
class FiguresAfterImport {

  private static final Set<String> OBJECTS = Set.of("customer", "order", "orderLine");

  private static final Set<String> SALES = Set.of("order", "orderLine");

  private final ValueFigures figures;

  FiguresAfterImport(ValueFigures figures) {
    this.figures = figures;
  }

  @EventListener
  void on(ImportEnded end) {
    if (OBJECTS.contains(end.object())) {
      figures.start(null, end.startedBy());
    }
  }

  @EventListener
  void on(BulkEnded end) {
    if (SALES.contains(end.object())) {
      figures.start(null, end.startedBy());
    }
  }
}
