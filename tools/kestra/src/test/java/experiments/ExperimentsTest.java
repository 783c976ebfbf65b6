package experiments;

import io.kestra.core.docs.JsonSchemaGenerator;
import io.kestra.core.junit.annotations.KestraTest;
import io.kestra.core.models.flows.Flow;
import io.kestra.core.serializers.JacksonMapper;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Does everything that the plan names and writes what was seen. It judges nothing: `tools/commands/check-kestra.ts` does. */
@KestraTest(startRunner = true, startWorker = true, startScheduler = true)
class ExperimentsTest {
  @Inject Steps steps;
  @Inject Engine engine;
  @Inject NameVerdicts names;
  @Inject JsonSchemaGenerator schemas;

  @Test
  void performThePlan() throws Exception {
    var plan = JacksonMapper.ofJson().readValue(Path.of(System.getProperty("plan")).toFile(), Plan.class);

    Map<String, Result.Validity> flows = new LinkedHashMap<>();
    for (Plan.Flow flow : plan.flows()) flows.put(flow.name(), engine.validate("main", flow));

    List<Boolean> verdicts = new ArrayList<>();
    for (Plan.Name name : plan.names()) verdicts.add(names.accepts(name));

    Map<String, Map<String, Result.Seen>> experiments = new LinkedHashMap<>();
    for (Plan.Experiment experiment : plan.experiments()) {
      long begin = System.nanoTime();
      try {
        experiments.put(experiment.id(), steps.perform(experiment));
      } catch (Exception failure) {
        experiments.put(
            experiment.id(), Map.of("failure", Result.Seen.inState(String.valueOf(failure.getMessage()))));
      }
      System.out.printf("%s: %.1f s%n", experiment.id(), (System.nanoTime() - begin) / 1e9);
    }

    var result = new Result(experiments, flows, verdicts, schemas.schemas(Flow.class));
    Files.writeString(
        Path.of(System.getProperty("result")), JacksonMapper.ofJson().writerWithDefaultPrettyPrinter().writeValueAsString(result));
  }
}
