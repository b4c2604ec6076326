package io.tyto.server.pipelines.work;

import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.spi.Connector;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls an environment's host. Only a GET is repeated; any other lost answer ends at a person. */
@Component
class CalloutWorker implements EffectWorker {
  private static final int EXCERPT = 2_000;

  private final Connections connections;
  private final Environments environments;
  private final JsonMapper json;

  CalloutWorker(Connections connections, Environments environments, JsonMapper json) {
    this.connections = connections;
    this.environments = environments;
    this.json = json;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.CALLOUT;
  }

  @Override
  public EffectClass effectClass(Job job) {
    return spec(job).repeatable() ? EffectClass.IDEMPOTENT : EffectClass.NEITHER;
  }

  @Override
  public WorkResult start(Job job) {
    TaskSpec.Callout spec = spec(job);
    Opened<Connector<Record>> open = connections.open(environments.spec(job.at()), Connector.class);
    HttpCall call =
        switch (spec.method()) {
          case "GET" -> HttpCall.get(spec.path());
          case "PUT" -> HttpCall.put(spec.path());
          case "PATCH" -> HttpCall.patch(spec.path());
          case "DELETE" -> HttpCall.delete(spec.path());
          default -> HttpCall.post(spec.path());
        };
    if (!spec.body().isEmpty()) {
      call = call.body("application/json", json.writeValueAsString(spec.body()));
    }
    HttpAnswer answer =
        job.fence()
            .across(open)
            .connection()
            .http()
            .send(call.header("Idempotency-Key", job.deliveryKey()));
    boolean expected =
        spec.expect().isEmpty() ? answer.isSuccess() : spec.expect().contains(answer.status());
    String text = answer.text();
    List<Evidence> evidence =
        List.of(
            new Evidence(
                "answer.txt",
                "text/plain",
                answer.status() + "\n" + text.substring(0, Math.min(EXCERPT, text.length()))));
    return expected
        ? new WorkResult.Done("Answered %d.".formatted(answer.status()), evidence)
        : new WorkResult.Refused(
            "unexpected-answer", "Answered %d.".formatted(answer.status()), evidence);
  }

  @Override
  public Finding find(Job job, String before) {
    return new Finding.CannotTell(List.of());
  }

  private static TaskSpec.Callout spec(Job job) {
    return job.context().spec(TaskSpec.Callout.class);
  }
}
