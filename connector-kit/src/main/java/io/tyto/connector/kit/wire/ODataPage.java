package io.tyto.connector.kit.wire;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of an OData collection, V2 or V4, long or short annotations.
 *
 * @param count of the whole collection, null when not told; sent as a number or as text
 * @param nextLink as it came
 */
public record ODataPage(List<JsonNode> rows, @Nullable Integer count, @Nullable String nextLink) {

  public ODataPage {
    rows = List.copyOf(rows);
  }

  /**
   * @throws FaultException MALFORMED when the answer is not a whole OData collection
   */
  public static ODataPage of(HttpAnswer answer) {
    JsonNode root = Json.read(answer);
    JsonNode d = root.path("d");
    JsonNode envelope = d.isObject() ? d : root;
    JsonNode rows = d.isArray() ? d : first(envelope, "value", "results");
    if (!rows.isArray()) {
      throw malformed("The answer is not an OData collection.");
    }
    JsonNode count = first(envelope, "@count", "@odata.count", "__count");
    JsonNode next = first(envelope, "@nextLink", "@odata.nextLink", "__next");
    return new ODataPage(
        rows.valueStream().toList(), number(count), next.isString() ? next.asString() : null);
  }

  /**
   * The next page as a path of the bound client. The link's host does not matter, gateways often
   * name an inner one; its path must lie under the service.
   *
   * @param service path of the service on the bound client, for example {@code /calm-features/v1}
   * @throws FaultException MALFORMED when the link leads elsewhere
   */
  public Optional<String> nextPath(String service) {
    if (nextLink == null || nextLink.isBlank()) {
      return Optional.empty();
    }
    String link = nextLink.replace(" ", "%20").replace("'", "%27");
    URI uri;
    try {
      uri = URI.create(link);
    } catch (IllegalArgumentException e) {
      throw malformed("The link to the next page cannot be read.");
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    if (!uri.isAbsolute() && !path.startsWith("/")) {
      return Optional.of(service + "/" + path + query);
    }
    int at = path.indexOf(service + "/");
    if (at < 0) {
      throw malformed("The link to the next page leads elsewhere.");
    }
    return Optional.of(path.substring(at) + query);
  }

  private static JsonNode first(JsonNode node, String... names) {
    for (String name : names) {
      if (node.hasNonNull(name)) {
        return node.path(name);
      }
    }
    return node.path(names[0]);
  }

  private static @Nullable Integer number(JsonNode count) {
    String text = count.isValueNode() && !count.isNull() ? count.asString().strip() : "";
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static FaultException malformed(String message) {
    return new FaultException(Fault.of(Kind.MALFORMED, message));
  }
}
