package org.kezhi.transfer;

import java.util.UUID;

/// Tells that an import, or taking it back, is over: whole, or cancelled or failed half-way. What
/// it wrote by then stays, so that whoever computes with it has to look again.
///
/// Comes before people are told the end, within the last transaction of an import that is whole.
public record ImportEnded(UUID importId, String object, UUID startedBy) {

  static ImportEnded of(ImportRun run) {
    return new ImportEnded(run.id(), run.object(), run.createdBy());
  }
}
