package experiments;

import java.util.List;

/** What is to be done, as `tools/lib/kestra/plan.ts` writes it. */
record Plan(List<Experiment> experiments, List<Flow> flows, List<Name> names) {
  record Experiment(String id, List<Step> steps) {}

  /**
   * One step.
   *
   * @param id the step's name in the results; absent where nothing is watched
   * @param action what to do, see {@link Steps}
   * @param flows the flows that it is about; all actions but saving take the first
   * @param log part of a log line to wait for
   * @param lacks what no log line may hold
   * @param revision to start, where it is named
   * @param times how many executions
   * @param seconds to wait at most, or to watch
   */
  record Step(
      String id,
      String action,
      String tenant,
      List<Flow> flows,
      String log,
      String lacks,
      Integer revision,
      Integer times,
      Integer seconds) {}

  /** @param name of its file */
  record Flow(String name, String namespace, String id, String source) {}

  /** @param kind `namespace`, `flow`, `task`, `tenant` or `kv` */
  record Name(String kind, String text) {}
}
