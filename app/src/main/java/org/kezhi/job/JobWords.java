package org.kezhi.job;

import java.util.Locale;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.records.JobRecord;
import org.kezhi.platform.Labels;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts a job's row into the words of a language.
@Component
class JobWords {

  private final Labels labels;
  private final JsonMapper json;

  JobWords(Labels labels, JsonMapper json) {
    this.labels = labels;
    this.json = json;
  }

  Job tell(JobRecord job, Locale language) {
    var over = job.getFinishedAt() != null;
    return new Job(
        job.getId(),
        job.getKind(),
        labels.text(language, "job." + job.getKind(), job.getTitle()).strip(),
        job.getState(),
        job.getDone(),
        job.getTotal(),
        step(job, language),
        error(job.getError(), language),
        job.getCreatedBy(),
        job.getCreatedAt(),
        job.getStartedAt(),
        job.getFinishedAt(),
        result(job.getResult()),
        !over && !job.getCancelRequested(),
        over && !"done".equals(job.getState()));
  }

  private @Nullable String step(JobRecord job, Locale language) {
    if (job.getMessage() == null || job.getFinishedAt() != null) {
      return null;
    }
    return labels
        .find(language, "job." + job.getKind() + "." + job.getMessage())
        .orElse(job.getMessage());
  }

  private @Nullable String error(@Nullable String error, Locale language) {
    if (error == null) {
      return null;
    }
    var problem = json.readTree(error);
    var key = "problem." + problem.path("problem").asString();
    var arguments =
        problem.path("arguments").valueStream().map(JsonNode::asString).toArray(Object[]::new);
    var detail = labels.find(language, key + ".detail", arguments);
    return detail.orElseGet(() -> labels.text(language, key + ".title"));
  }

  private @Nullable JsonNode result(@Nullable JSONB result) {
    return result == null ? null : json.readTree(result.data());
  }
}
