package io.tyto.simulator.cpi;

import io.tyto.simulator.core.Json;
import io.tyto.simulator.cpi.content.CpiRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user credentials of a tenant, to read: a password is never answered. */
final class CredentialRoutes {
  private final List<String> aliases;
  private final Instant deployedOn;

  CredentialRoutes(List<String> aliases, Instant deployedOn) {
    this.aliases = aliases;
    this.deployedOn = deployedOn;
  }

  void handle(Call call, ODataAnswer answer) {
    if (!call.is("GET") || call.path().length() > 1) {
      throw call.notImplemented();
    }
    if (call.path().at(0).keys().isEmpty()) {
      answer.list(call, aliases.stream().map(this::entity).toList(), null);
      return;
    }
    String name = call.path().at(0).key();
    if (!aliases.contains(name)) {
      throw CpiRefusal.notFound("Requested entity could not be found.");
    }
    answer.single(call, 200, entity(name));
  }

  private Map<String, @Nullable Object> entity(String name) {
    Map<String, @Nullable Object> descriptor =
        Json.map(
            "Type",
            "BUNDLE",
            "DeployedBy",
            "anna.berger@example.com",
            "DeployedOn",
            ODataAnswer.date(deployedOn),
            "Status",
            "DEPLOYED");
    Map<String, @Nullable Object> out = Json.map("Name", name, "Kind", "default");
    out.put("Description", null);
    out.put("User", "COMM_USER");
    out.put("Password", null);
    out.put("CompanyId", null);
    out.put("SecurityArtifactDescriptor", descriptor);
    return out;
  }
}
