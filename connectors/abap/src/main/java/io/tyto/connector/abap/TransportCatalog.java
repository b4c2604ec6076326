package io.tyto.connector.abap;

import io.tyto.connector.abap.cts.CtsApi;
import io.tyto.connector.abap.cts.TransportRequest;
import io.tyto.connector.abap.cts.TransportTask;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactPage.Row;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.BrowseQuery;
import io.tyto.spi.artifacts.ResolvedArtifact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists transport requests and pins them. */
final class TransportCatalog {
  static final String KIND = "transport";
  static final Pattern NUMBER = Pattern.compile("[A-Z][A-Z0-9]{2}K[A-Z0-9]{6}");

  private final CtsApi cts;

  TransportCatalog(CtsApi cts) {
    this.cts = cts;
  }

  /**
   * Newest first. The words of the search must all be found; {@code user:NAME} and {@code
   * status:modifiable} or {@code status:released} narrow what the system is asked for.
   */
  ArtifactPage browse(BrowseQuery query) {
    String user = "*";
    String status = "DR";
    List<String> words = new ArrayList<>();
    for (String word : query.q() == null ? new String[0] : query.q().strip().split("\\s+")) {
      if (word.startsWith("user:") && word.length() > 5) {
        user = word.substring(5).toUpperCase(Locale.ROOT);
      } else if (word.startsWith("status:")) {
        status = word.substring(7).startsWith("r") ? "R" : "D";
      } else if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    List<TransportRequest> found =
        cts.list(user, status).stream()
            .filter(request -> words.stream().allMatch(text(request)::contains))
            .sorted(Comparator.comparing(TransportRequest::number).reversed())
            .toList();
    int from = Math.min(offset(query.cursor()), found.size());
    int to = Math.min(from + query.limit(), found.size());
    return new ArtifactPage(
        found.subList(from, to).stream().map(TransportCatalog::row).toList(),
        to < found.size() ? Integer.toString(to) : null);
  }

  /** A task number means its request. */
  Resolution resolve(String number) {
    String wanted = number.strip().toUpperCase(Locale.ROOT);
    if (!NUMBER.matcher(wanted).matches()) {
      return new Resolution.Unusable(
          "wrong-number", number + " is no transport number; one looks like DEVK900123.");
    }
    Optional<TransportRequest> found = cts.find(wanted);
    if (found.isEmpty()) {
      return new Resolution.Unusable(
          "not-found", "This system does not know a transport request " + wanted + ".");
    }
    return new Resolution.Resolved(resolved(found.get()));
  }

  private static ResolvedArtifact resolved(TransportRequest request) {
    Map<String, String> facts = new HashMap<>();
    facts.put("owner", request.owner());
    facts.put("status", request.status().code());
    facts.put("statusText", request.status().label());
    facts.put(
        "releasable",
        String.valueOf(!request.status().released() && !request.status().releasing()));
    facts.put("type", request.type());
    facts.put("typeText", request.typeLabel());
    facts.put("target", request.target());
    facts.put("description", request.description());
    facts.put("tasks", tasks(request.tasks()));
    facts.put("openTasks", tasks(request.openTasks()));
    if (!request.releasedAt().isEmpty()) {
      facts.put("releasedAt", request.releasedAt());
    }
    return new ResolvedArtifact(
        KIND,
        request.number(),
        request.description().isEmpty() ? request.number() : request.description(),
        null,
        TransportDigest.of(request),
        false,
        request.owner().isEmpty() ? null : request.owner(),
        request.objects(),
        facts);
  }

  static String tasks(List<TransportTask> tasks) {
    return tasks.stream()
        .map(task -> "%s %s %s".formatted(task.number(), task.owner(), task.status().label()))
        .collect(Collectors.joining("; "));
  }

  private static Row row(TransportRequest request) {
    return new Row(
        request.number(),
        KIND,
        request.description().isEmpty() ? request.number() : request.description(),
        null,
        request.owner(),
        request.status().label(),
        false,
        true,
        null,
        Map.of(
            "status", request.status().code(),
            "type", request.type(),
            "typeText", request.typeLabel(),
            "target", request.target()));
  }

  private static String text(TransportRequest request) {
    return String.join(
            " ",
            request.number(),
            request.owner(),
            request.description(),
            request.status().label(),
            tasks(request.tasks()))
        .toLowerCase(Locale.ROOT);
  }

  private static int offset(@Nullable String cursor) {
    return cursor != null && cursor.matches("\\d{1,9}") ? Integer.parseInt(cursor) : 0;
  }
}
