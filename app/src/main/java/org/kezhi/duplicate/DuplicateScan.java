package org.kezhi.duplicate;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kezhi.duplicate.KeyRepository.Block;
import org.kezhi.duplicate.PairRepository.Pair;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.NightlyJob;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;

/// Compares every night all records that have a key in common.
@Component
class DuplicateScan implements JobKind {

  static final String NAME = "duplicateScan";

  private static final int BLOCKS = 3_000;

  private final KeyUpkeep upkeep;
  private final KeyRepository keys;
  private final TraitRows rows;
  private final PairRepository pairs;
  private final ObjectTypes types;

  DuplicateScan(
      KeyUpkeep upkeep,
      KeyRepository keys,
      TraitRows rows,
      PairRepository pairs,
      ObjectTypes types) {
    this.upkeep = upkeep;
    this.keys = keys;
    this.rows = rows;
    this.pairs = pairs;
    this.types = types;
  }

  @Bean
  static NightlyJob nightlyDuplicateScan() {
    return new NightlyJob(NAME, LocalTime.of(3, 0));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    var found = new HashMap<String, Long>();
    for (var type : types.all()) {
      if (!type.matches().isEmpty()) {
        try {
          found.put(type.name(), scan(run, type));
        } catch (BadSqlGrammarException gone) {
          if (types.all().contains(type)) {
            throw gone;
          }
        }
      }
    }
    return found;
  }

  private long scan(JobRun run, ObjectType type) {
    run.step("keys");
    var total = upkeep.rebuild(type, done -> run.progress(done, null));
    run.step("pairs");
    var since = pairs.now();
    long compared = 0;
    for (var blocks = keys.blocksAfter(type, null, BLOCKS); !blocks.isEmpty(); ) {
      compare(type, blocks);
      compared += blocks.size();
      run.progress(compared, null);
      blocks = keys.blocksAfter(type, blocks.getLast().key(), BLOCKS);
    }
    pairs.removeOthers(type, since);
    pairs.cluster(type, clusters(pairs.open(type)));
    return total;
  }

  private void compare(ObjectType type, List<Block> blocks) {
    var candidates = new HashSet<Pair>();
    var ids = new HashSet<UUID>();
    for (var block : blocks) {
      var records = block.records();
      ids.addAll(Set.of(records));
      for (var i = 0; i < records.length; i++) {
        for (var j = i + 1; j < records.length; j++) {
          candidates.add(Pair.of(records[i], records[j]));
        }
      }
    }
    var traits = rows.of(type, ids);
    var found = new HashMap<Pair, Likeness>();
    for (var pair : candidates) {
      var one = traits.get(pair.first());
      var other = traits.get(pair.second());
      if (one != null && other != null) {
        var likeness = Likeness.of(one, other);
        if (likeness.score() >= Likeness.WORTH_ASKING) {
          found.put(pair, likeness);
        }
      }
    }
    pairs.found(type, found);
  }

  /// What hangs together bears the smallest id of all.
  private static Map<UUID, UUID> clusters(List<Pair> pairs) {
    var above = new HashMap<UUID, UUID>();
    for (var pair : pairs) {
      var one = top(above, pair.first());
      var other = top(above, pair.second());
      if (!one.equals(other)) {
        var joined = Pair.of(one, other);
        above.put(joined.second(), joined.first());
      }
    }
    var clusters = new HashMap<UUID, UUID>();
    pairs.forEach(pair -> clusters.put(pair.first(), top(above, pair.first())));
    return clusters;
  }

  private static UUID top(Map<UUID, UUID> above, UUID id) {
    var top = id;
    for (var next = above.get(top); next != null; next = above.get(top)) {
      top = next;
    }
    if (!top.equals(id)) {
      above.put(id, top);
    }
    return top;
  }
}
