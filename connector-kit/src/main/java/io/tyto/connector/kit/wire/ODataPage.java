package io.tyto.connector.kit.wire;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One page of an OData collection, V2 or V4, long or short annotations.
 *
 * @param count of the whole collection, null when not told; sent as a number or as text
 * @param nextLink as it came
 */
public record ODataPage<R>(List<R> rows, @Nullable Integer count, @Nullable String nextLink) {

  public ODataPage {
    rows = List.copyOf(rows);
  }

  /**
   * @throws FaultException MALFORMED when the answer is not a whole OData collection
   */
  public static ODataPage<JsonNode> of(HttpAnswer answer) {
    return of(answer, in -> in.<JsonNode>readValueAsTree());
  }

  /**
   * Streams, for large pages.
   *
   * @param row reads one row from its first token to its last
   * @throws FaultException MALFORMED when the answer is not a whole OData collection
   */
  public static <R> ODataPage<R> of(HttpAnswer answer, Function<JsonParser, R> row) {
    Envelope<R> envelope = new Envelope<>(row);
    try (JsonParser in = Json.MAPPER.createParser(answer.body())) {
      in.nextToken();
      envelope.read(in);
      if (in.nextToken() != null) {
        throw malformed("The answer goes on after its end.");
      }
    } catch (JacksonException e) {
      throw Json.broken(answer);
    }
    if (envelope.rows == null) {
      throw malformed("The answer is not an OData collection.");
    }
    return new ODataPage<>(envelope.rows, envelope.count, envelope.nextLink);
  }

  /** What stands around the rows, in any order. */
  private static final class Envelope<R> {
    private final Function<JsonParser, R> row;
    private @Nullable List<R> rows;
    private @Nullable Integer count;
    private @Nullable String nextLink;

    Envelope(Function<JsonParser, R> row) {
      this.row = row;
    }

    /** At the first token of the object, or of the rows themselves. */
    void read(JsonParser in) {
      if (in.currentToken() == JsonToken.START_ARRAY) {
        readRows(in);
        return;
      }
      if (in.currentToken() != JsonToken.START_OBJECT) {
        throw malformed("The answer is not an OData collection.");
      }
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        switch (name) {
          case "d" -> read(in);
          case "value", "results" -> readRows(in);
          case "@count", "@odata.count", "__count" ->
              count = value.isScalarValue() ? number(in) : count;
          case "@nextLink", "@odata.nextLink", "__next" ->
              nextLink = value == JsonToken.VALUE_STRING ? in.getString() : nextLink;
          default -> in.skipChildren();
        }
      }
    }

    private void readRows(JsonParser in) {
      if (in.currentToken() != JsonToken.START_ARRAY) {
        in.skipChildren();
        return;
      }
      List<R> read = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        read.add(row.apply(in));
      }
      rows = read;
    }

    private static @Nullable Integer number(JsonParser in) {
      String text = in.getString().strip();
      return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
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

  private static FaultException malformed(String message) {
    return new FaultException(Fault.of(Kind.MALFORMED, message));
  }
}
