package experiments;

import io.kestra.core.models.executions.Execution;
import io.kestra.core.models.executions.LogEntry;
import io.kestra.core.models.flows.FlowInterface;
import io.kestra.core.models.flows.FlowSource;
import io.kestra.core.models.flows.FlowWithSource;
import io.kestra.core.models.flows.GenericFlow;
import io.kestra.core.queues.DispatchQueueInterface;
import io.kestra.core.queues.QueueException;
import io.kestra.core.repositories.ExecutionRepositoryInterface;
import io.kestra.core.repositories.FlowRepositoryInterface;
import io.kestra.core.repositories.LogDataStoreInterface;
import io.kestra.core.services.FlowService;
import io.micronaut.data.model.Pageable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.event.Level;

/** Kestra's engine, in the few calls that the experiments need. */
@Singleton
class Engine {
  private static final int MANY = 1000;

  @Inject private FlowService flows;
  @Inject private FlowRepositoryInterface flowRepository;
  @Inject private ExecutionRepositoryInterface executions;
  @Inject private LogDataStoreInterface logs;
  @Inject private DispatchQueueInterface<Execution> queue;

  /** Validates a flow with the code behind Kestra's editor. */
  Result.Validity validate(String tenant, Plan.Flow flow) {
    var found = flows.validate(tenant, List.of(new FlowSource(flow.name(), flow.source()))).getFirst();
    return new Result.Validity(found.getConstraints(), found.getWarnings());
  }

  /** Creates a flow, or a new revision of it. */
  void save(String tenant, Plan.Flow flow) throws Exception {
    var parsed = GenericFlow.fromYaml(tenant, flow.source());
    var before = newest(tenant, flow);
    if (before.isPresent()) flows.update(parsed, before.get());
    else flows.create(parsed);
  }

  void delete(String tenant, Plan.Flow flow) {
    newest(tenant, flow).ifPresent(flows::delete);
  }

  private Optional<FlowWithSource> newest(String tenant, Plan.Flow flow) {
    return flowRepository.findByIdWithSource(tenant, flow.namespace(), flow.id());
  }

  /** Starts a flow: the revision named, or the one that Kestra takes when none is. */
  Execution start(String tenant, Plan.Flow flow, Integer revision) throws QueueException {
    Optional<FlowWithSource> found =
        revision == null
            ? flowRepository.findByIdWithSourceForExecution(tenant, flow.namespace(), flow.id())
            : flowRepository.findByIdWithSource(tenant, flow.namespace(), flow.id(), Optional.of(revision));
    FlowInterface startable =
        found.orElseThrow(() -> new IllegalStateException("There is no flow " + flow.id() + " to start."));
    var execution = Execution.newExecution(startable, List.of());
    queue.emit(execution);
    return execution;
  }

  /** The executions of a flow so far, newest first. */
  List<Execution> executionsOf(String tenant, Plan.Flow flow) {
    return executions.findByFlowId(tenant, flow.namespace(), flow.id(), Pageable.from(1, MANY)).stream()
        .sorted((one, other) -> other.getState().getStartDate().compareTo(one.getState().getStartDate()))
        .toList();
  }

  /** The execution as stored, once it has ended; empty when it has not ended in time. */
  Optional<Execution> awaitEnd(Execution execution, Duration longest) {
    return await(
        longest,
        () ->
            executions
                .findById(execution.getTenantId(), execution.getId())
                .filter(stored -> stored.getState().isTerminated()));
  }

  /** The first log line of an execution that holds the text; empty when it does not come in time. */
  Optional<LogEntry> awaitLog(Execution execution, String text, Duration longest) {
    return await(
        longest,
        () -> logsOf(execution).stream().filter(entry -> entry.getMessage().contains(text)).findFirst());
  }

  List<LogEntry> logsOf(Execution execution) {
    return logs.findByExecutionIdWithoutAcl(execution.getTenantId(), execution.getId(), Level.TRACE);
  }

  /** Asks again and again until there is an answer or the time is over. */
  static <T> Optional<T> await(Duration longest, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      var answer = question.get();
      if (answer.isPresent() || System.nanoTime() > end) return answer;
      try {
        Thread.sleep(50);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return answer;
      }
    }
  }
}
