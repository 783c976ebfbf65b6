package experiments;

import io.kestra.core.models.executions.Execution;
import io.kestra.core.models.executions.LogEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does the steps of an experiment one after the other, says what each showed, and removes the flows afterwards. */
@Singleton
class Steps {
  private static final Duration FOR_A_LOG = Duration.ofSeconds(15);

  @Inject private Engine engine;
  @Inject private StoredFlow storedFlow;

  private record Saved(String tenant, Plan.Flow flow) {}

  Map<String, Result.Seen> perform(Plan.Experiment experiment) throws Exception {
    Map<String, Result.Seen> seen = new LinkedHashMap<>();
    Set<Saved> saved = new LinkedHashSet<>();
    try {
      for (Plan.Step step : experiment.steps()) {
        if (step.action().equals("save")) step.flows().forEach(flow -> saved.add(new Saved(step.tenant(), flow)));
        var shown = perform(step);
        if (step.id() != null) seen.put(step.id(), shown);
      }
    } finally {
      saved.forEach(each -> engine.delete(each.tenant(), each.flow()));
    }
    return seen;
  }

  private Result.Seen perform(Plan.Step step) throws Exception {
    var flow = step.flows().getFirst();
    return switch (step.action()) {
      case "save" -> save(step);
      case "validate" -> Result.Seen.refused(engine.validate(step.tenant(), flow).refusal());
      case "overwrite" -> {
        storedFlow.overwrite(step.tenant(), flow);
        yield null;
      }
      case "run" -> ended(step, engine.start(step.tenant(), flow, step.revision()));
      case "crowd" -> {
        for (int started = 0; started < step.times(); started++) engine.start(step.tenant(), flow, null);
        yield null;
      }
      case "started" -> started(step);
      case "silent" -> Result.Seen.count(engine.executionsOf(step.tenant(), flow).size());
      case "held" -> Result.Seen.inState(stateAfter(step, engine.start(step.tenant(), flow, null)));
      default -> throw new IllegalArgumentException("There is no step called " + step.action() + ".");
    };
  }

  private Result.Seen save(Plan.Step step) throws Exception {
    for (Plan.Flow flow : step.flows()) {
      var refusal = engine.validate(step.tenant(), flow).refusal();
      if (refusal != null) throw new IllegalStateException(flow.name() + " is refused: " + refusal);
      engine.save(step.tenant(), flow);
    }
    return null;
  }

  /** Waits for the end of an execution and for its log line. */
  private Result.Seen ended(Plan.Step step, Execution execution) {
    var state = stateAfter(step, execution);
    if (step.log() == null) return Result.Seen.inState(state);
    var line = engine.awaitLog(execution, step.log(), FOR_A_LOG);
    var all = engine.logsOf(execution).stream().map(LogEntry::getMessage).toList();
    var lacks = step.lacks() == null ? null : all.stream().noneMatch(message -> message.contains(step.lacks()));
    return new Result.Seen(
        state,
        line.map(LogEntry::getMessage).orElse(String.join("\n", all)),
        line.map(entry -> entry.getLevel().name()).orElse(null),
        null,
        null,
        lacks);
  }

  private String stateAfter(Plan.Step step, Execution execution) {
    return engine
        .awaitEnd(execution, Duration.ofSeconds(step.seconds()))
        .map(stored -> stored.getState().getCurrent().name())
        .orElse("not ended");
  }

  /** Waits for executions that something else starts, and shows the newest of them. */
  private Result.Seen started(Plan.Step step) {
    var flow = step.flows().getFirst();
    var there =
        Engine.await(
            Duration.ofSeconds(step.seconds()),
            () -> Optional.of(engine.executionsOf(step.tenant(), flow)).filter(found -> haveEnded(found, step.times())));
    return there
        .map(found -> ended(step, found.getFirst()))
        .orElseGet(() -> Result.Seen.count(engine.executionsOf(step.tenant(), flow).size()));
  }

  private static boolean haveEnded(List<Execution> executions, int times) {
    return executions.size() >= times
        && executions.stream().limit(times).allMatch(execution -> execution.getState().isTerminated());
  }
}
