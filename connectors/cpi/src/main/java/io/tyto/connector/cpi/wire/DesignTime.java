package io.tyto.connector.cpi.wire;

import static io.tyto.connector.cpi.wire.ODataJson.textOr;
import static io.tyto.connector.kit.wire.Json.text;

import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import io.tyto.spi.artifacts.ParameterSource.Parameter;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The design time of one tenant, call by call (facts: 1.3 to 1.5).
 *
 * <p>Every method throws {@link FaultException} for what the tenant refuses or fails to answer.
 */
public final class DesignTime {
  private static final Duration CONTENT_TIMEOUT = Duration.ofMinutes(3);

  private final CpiHttp http;

  public DesignTime(CpiHttp http) {
    this.http = http;
  }

  public List<CpiPackage> packages(int top, int skip) {
    String path = ODataPath.of("IntegrationPackages?$top=" + top + "&$skip=" + skip);
    return ODataJson.results(http.json(path)).stream().map(DesignTime::toPackage).toList();
  }

  public Optional<CpiPackage> findPackage(String id) {
    return http.find(ODataPath.entity("IntegrationPackages", id))
        .map(answer -> toPackage(answer.path("d")));
  }

  /** A package that somebody made in the meantime is as good. */
  public void createPackage(CpiPackage wanted) {
    ObjectNode body = http.object().put("Id", wanted.id()).put("Name", wanted.name());
    body.put("ShortText", wanted.shortText() == null ? wanted.name() : wanted.shortText());
    if (wanted.vendor() != null) {
      body.put("Vendor", wanted.vendor());
    }
    try {
      http.write(http.body(HttpCall.post(ODataPath.of("IntegrationPackages")), body));
    } catch (FaultException refused) {
      if (refused.fault().kind() != Fault.Kind.CONFLICT) {
        throw refused;
      }
    }
  }

  /** As the package lists them: only here a draft is called a draft (facts: 1.5). */
  public List<DesignArtifact> artifactsOf(String packageId, ArtifactType type) {
    String path = ODataPath.entity("IntegrationPackages", packageId) + "/" + type.entitySet();
    return ODataJson.results(http.json(path)).stream().map(row -> toArtifact(type, row)).toList();
  }

  public Optional<DesignArtifact> find(ArtifactType type, String id) {
    return http.find(ODataPath.artifact(type, id)).map(one -> toArtifact(type, one.path("d")));
  }

  /** Looks through all types: the id alone does not tell. */
  public Optional<DesignArtifact> findAnyType(String id) {
    for (ArtifactType type : ArtifactType.values()) {
      Optional<DesignArtifact> found = find(type, id);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  public byte[] content(ArtifactType type, String id) {
    HttpCall call = HttpCall.get(ODataPath.artifact(type, id) + "/$value");
    HttpAnswer answer = http.read(call.accept("*/*").timeout(CONTENT_TIMEOUT));
    return answer.body();
  }

  public void create(ArtifactType type, String id, String name, String packageId, byte[] bundle) {
    ObjectNode body = http.object().put("Id", id).put("Name", name).put("PackageId", packageId);
    body.put("ArtifactContent", Base64.getEncoder().encodeToString(bundle));
    HttpCall call = HttpCall.post(ODataPath.of(type.entitySet())).timeout(CONTENT_TIMEOUT);
    http.write(http.body(call, body));
  }

  /** Name with content: saved at once, with the version of the bundle's manifest (facts: 1.5). */
  public void update(ArtifactType type, String id, String name, byte[] bundle) {
    ObjectNode body = http.object().put("Name", name);
    body.put("ArtifactContent", Base64.getEncoder().encodeToString(bundle));
    HttpCall call = HttpCall.put(ODataPath.artifact(type, id)).timeout(CONTENT_TIMEOUT);
    http.write(http.body(call, body));
  }

  public void delete(ArtifactType type, String id) {
    http.write(HttpCall.delete(ODataPath.artifact(type, id)));
  }

  public void saveAsVersion(ArtifactType type, String id, String version) {
    String query = "?Id=" + ODataPath.literal(id) + "&SaveAsVersion=" + ODataPath.literal(version);
    String function = type.wireName() + "DesigntimeArtifactSaveAsVersion";
    http.write(HttpCall.post(ODataPath.of(function + query)));
  }

  /** Empty for types without parameters and for artifacts that are not there. */
  public List<Parameter> parameters(ArtifactType type, String id) {
    if (!type.hasParameters()) {
      return List.of();
    }
    return http.find(ODataPath.artifact(type, id) + "/Configurations").stream()
        .flatMap(answer -> ODataJson.results(answer).stream())
        .map(DesignTime::toParameter)
        .toList();
  }

  public void configure(String flowId, String key, String value, @Nullable String dataType) {
    String path =
        ODataPath.artifact(ArtifactType.INTEGRATION_FLOW, flowId)
            + "/$links/Configurations("
            + ODataPath.literal(key)
            + ")";
    ObjectNode body = http.object().put("ParameterValue", value);
    if (dataType != null) {
      body.put("DataType", dataType);
    }
    http.write(http.body(HttpCall.put(path), body));
  }

  private static CpiPackage toPackage(JsonNode row) {
    return new CpiPackage(
        textOr(row, "Id", ""),
        textOr(row, "Name", textOr(row, "Id", "")),
        text(row, "ShortText"),
        text(row, "Vendor"),
        !"READ_ONLY".equals(text(row, "Mode")));
  }

  private static DesignArtifact toArtifact(ArtifactType type, JsonNode row) {
    String id = textOr(row, "Id", "");
    return new DesignArtifact(
        type,
        id,
        textOr(row, "Name", id),
        textOr(row, "Version", ""),
        textOr(row, "PackageId", ""),
        text(row, "ModifiedBy"));
  }

  private static Parameter toParameter(JsonNode row) {
    return new Parameter(
        textOr(row, "ParameterKey", ""),
        text(row, "ParameterValue"),
        text(row, "DataType"),
        text(row, "Description"));
  }
}
