package org.kezhi.job;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes one attempt at a job and writes down how it ended.
@Component
class JobExecution {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");
  private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);

  private final ObjectProvider<JobKind> kinds;
  private final JobRepository repository;
  private final JobEnds ends;
  private final JsonMapper json;

  JobExecution(
      ObjectProvider<JobKind> kinds, JobRepository repository, JobEnds ends, JsonMapper json) {
    this.kinds = kinds;
    this.repository = repository;
    this.ends = ends;
    this.json = json;
  }

  /// A new entry in the queue; each attempt that a person asks for has one of its own.
  static TaskInstance<Void> of(UUID job) {
    return TASK.instance(job + "/" + Ids.next()).build();
  }

  /// Throws where the attempt is to be repeated later; every other end is written into the job.
  void attempt(TaskInstance<Void> execution, ExecutionContext context) {
    var id = UUID.fromString(execution.getId().substring(0, 36));
    var stopping = context.getSchedulerState();
    repository
        .begin(id)
        .ifPresent(
            job -> attempt(job, new JobRun(job, repository, json, stopping::isShuttingDown)));
  }

  private void attempt(JobRow job, JobRun run) {
    try {
      var kind =
          kind(job).orElseThrow(() -> new IllegalStateException("No job kind " + job.kind()));
      var result = json.writeValueAsString(kind.run(run));
      ends.done(job, kind, JSONB.valueOf(result));
    } catch (JobStopped stop) {
      if (!stop.isCancelled()) {
        repository.interrupted(job.id());
        throw stop;
      }
      kind(job).ifPresent(kind -> kind.stopped(run));
      ends.cancelled(job);
    } catch (Problem problem) {
      fail(job, run, problem);
    } catch (RuntimeException fault) {
      if (Passing.isPassing(fault)) {
        LOG.warn("Job {} {} is tried again: {}", job.kind(), job.id(), fault.toString());
        throw fault;
      }
      var traceId = UUID.randomUUID().toString();
      LOG.error("Job {} {} failed, trace id {}", job.kind(), job.id(), traceId, fault);
      fail(job, run, CommonProblem.UNEXPECTED.with(traceId));
    }
  }

  private Optional<JobKind> kind(JobRow job) {
    return kinds.stream().filter(kind -> kind.name().equals(job.kind())).findFirst();
  }

  private void fail(JobRow job, JobRun run, Problem problem) {
    var kind = kind(job).orElse(null);
    if (kind != null) {
      kind.stopped(run);
    }
    ends.failed(job, kind, error(problem));
  }

  /// Keeps the problem's name and arguments, so that everybody reads it in their own language.
  private String error(Problem problem) {
    return json.writeValueAsString(
        Map.of("problem", problem.type().slug(), "arguments", problem.arguments()));
  }
}
