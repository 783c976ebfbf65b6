package experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kestra.core.models.flows.FlowInterface;
import io.kestra.core.queues.BroadcastQueueInterface;
import io.kestra.core.queues.QueueException;
import io.kestra.core.repositories.FlowRepositoryInterface;
import io.kestra.core.runners.FlowMetaStoreInterface;
import io.kestra.core.serializers.JacksonMapper;
import io.kestra.jdbc.JooqDSLContextWrapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jooq.impl.DSL;

/**
 * Edits what stands in the database, as an upgrade finds it: no validation sees the change. Then has the running engine
 * read the row again, as a server does when it starts.
 */
@Singleton
class StoredFlow {
  private static final Duration FOR_READING = Duration.ofSeconds(30);

  @Inject private JooqDSLContextWrapper database;
  @Inject private FlowRepositoryInterface repository;
  @Inject private FlowMetaStoreInterface known;
  @Inject private BroadcastQueueInterface<FlowInterface> queue;

  /** Replaces the newest revision of a flow by a text that may hold what this version refuses. */
  void overwrite(String tenant, Plan.Flow flow) throws QueueException {
    edit(tenant, flow);
    queue.emit(repository.findByIdWithSource(tenant, flow.namespace(), flow.id()).orElseThrow());
    Engine.await(FOR_READING, () -> asKnown(tenant, flow).filter(flow.source()::equals)).orElseThrow();
  }

  private Optional<String> asKnown(String tenant, Plan.Flow flow) {
    return known.findById(tenant, flow.namespace(), flow.id(), Optional.empty()).map(FlowInterface::getSource);
  }

  private void edit(String tenant, Plan.Flow flow) {
    var table = DSL.table("flows");
    var value = DSL.field(DSL.quotedName("value"), String.class);
    var source = DSL.field(DSL.quotedName("source_code"), String.class);
    var key = DSL.field(DSL.quotedName("key"), String.class);
    var revision = DSL.field(DSL.quotedName("revision"), Integer.class);
    database.transaction(
        configuration -> {
          var context = DSL.using(configuration);
          var row =
              context
                  .select(key, value)
                  .from(table)
                  .where(DSL.field(DSL.quotedName("tenant_id"), String.class).eq(tenant))
                  .and(DSL.field(DSL.quotedName("namespace"), String.class).eq(flow.namespace()))
                  .and(DSL.field(DSL.quotedName("id"), String.class).eq(flow.id()))
                  .orderBy(revision.desc())
                  .limit(1)
                  .fetchSingle();
          var stored = (ObjectNode) JacksonMapper.ofJson().readTree(row.get(value));
          stored.setAll((ObjectNode) JacksonMapper.ofYaml().readTree(flow.source()));
          context
              .update(table)
              .set(value, JacksonMapper.ofJson().writeValueAsString(stored))
              .set(source, flow.source())
              .where(key.eq(row.get(key)))
              .execute();
        });
  }
}
