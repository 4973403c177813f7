package org.kezhi.intake;

import java.util.List;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// Knows who takes the lines of a file for a kind of record.
@Component
public class ImportTargets {

  private final List<ImportTarget> targets;

  ImportTargets(List<ImportTarget> targets) {
    this.targets = targets;
  }

  public ImportTarget of(ObjectType type) {
    return targets.stream().filter(target -> target.takes(type)).findFirst().orElseThrow();
  }
}
