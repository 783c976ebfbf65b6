package experiments;

import io.kestra.core.storages.kv.KVStore;
import io.kestra.core.validations.validator.TenantIdValidator;
import io.kestra.core.serializers.JacksonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Asks the engine whether a name is allowed. */
@Singleton
class NameVerdicts {
  @Inject private Engine engine;

  boolean accepts(Plan.Name name) throws Exception {
    return switch (name.kind()) {
      case "namespace" -> validates(name.text(), "a", "a");
      case "flow" -> validates("a", name.text(), "a");
      case "task" -> validates("a", "a", name.text());
      case "tenant" -> TenantIdValidator.isValid(name.text());
      case "kv" -> isKey(name.text());
      default -> throw new IllegalArgumentException("There is no kind of name called " + name.kind() + ".");
    };
  }

  /** A flow in JSON, which is YAML too: any character can be written in it. */
  private boolean validates(String namespace, String flow, String task) throws Exception {
    var log = Map.of("id", task, "type", "io.kestra.plugin.core.log.Log", "message", "a");
    var source =
        JacksonMapper.ofJson().writeValueAsString(Map.of("id", flow, "namespace", namespace, "tasks", List.of(log)));
    return engine.validate("main", new Plan.Flow("name", namespace, flow, source)).refusal() == null;
  }

  private static boolean isKey(String text) {
    try {
      KVStore.validateKey(text);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
