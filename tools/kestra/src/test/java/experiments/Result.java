package experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** What was seen, for `tools/lib/kestra` to compare. */
record Result(
    Map<String, Map<String, Seen>> experiments,
    Map<String, Validity> flows,
    List<Boolean> names,
    Map<String, Object> schema) {

  /**
   * What one step showed; what does not apply is absent.
   *
   * @param state in which the execution ended, or `not ended`
   * @param log the awaited line, or all lines where it never came
   * @param level of that line
   * @param refusal why the flow was refused; empty when it was accepted
   * @param started how many executions there were
   * @param lacks whether no line holds what none may hold
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Seen(String state, String log, String level, String refusal, Integer started, Boolean lacks) {
    static Seen inState(String state) {
      return new Seen(state, null, null, null, null, null);
    }

    static Seen count(int started) {
      return new Seen(null, null, null, null, started, null);
    }

    static Seen refused(String reason) {
      return new Seen(null, null, null, reason == null ? "" : reason.strip(), null, null);
    }
  }

  /** @param refusal why the flow is invalid; absent when it is valid */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Validity(String refusal, List<String> warnings) {}
}
