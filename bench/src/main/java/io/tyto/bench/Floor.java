package io.tyto.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that any sync must do: fetch the same pages and throw them away, {@code COPY} rows that
 * were prepared before, one upsert a table into copies of the real tables with all their indexes.
 * Nothing is parsed, compared or decided.
 */
final class Floor {
  private static final int AT_ONCE = 8;
  private static final String COLUMNS =
      "id, project, number, integration_id, external_uuid, external_id, external_url, type, title,"
          + " status_code, status_label, phase, priority, assignee, release_name, workstream, tags,"
          + " start_date, due_date, changed_at, content_hash, read_hash, assigned_hash, top";

  private final Bed bed;
  private final List<String> pages;
  private final byte[] items;
  private final byte[] pairs;
  private final byte[] descriptions;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param pages addresses of the pages that a full sync fetched
   */
  Floor(Bed bed, List<String> pages) {
    this.bed = bed;
    this.pages = pages;
    items = dump("select " + COLUMNS + " from work_item");
    pairs = dump("select child, parent from work_item_parent");
    descriptions = dump("select work_item, html, changed_at, read_at from work_item_description");
    bed.sql(
        "create table floor_item (like work_item including all)",
        "create table floor_pair (like work_item_parent including all)",
        "create table floor_description (like work_item_description including all)",
        "create unlogged table floor_staged_item as select " + COLUMNS + " from work_item limit 0",
        "create unlogged table floor_staged_pair as select * from work_item_parent limit 0",
        "create unlogged table floor_staged_description as"
            + " select work_item, html, changed_at, read_at from work_item_description limit 0");
  }

  /** Bytes of all pages. */
  long run() {
    long bytes = download();
    store();
    return bytes;
  }

  void clear() {
    bed.sql(
        "truncate floor_item, floor_pair, floor_description, floor_staged_item,"
            + " floor_staged_pair, floor_staged_description");
  }

  private long download() {
    String token = token();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Long>> answers =
          pages.stream().map(page -> threads.submit(() -> fetch(page, token))).toList();
      long bytes = 0;
      for (Future<Long> answer : answers) {
        bytes += answer.get();
      }
      return bytes;
    } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
      throw new BenchException("The floor's download failed", e);
    }
  }

  private long fetch(String page, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bed.alm.path("url").asString() + page))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new BenchException(page + " answered " + answer.statusCode());
    }
    return answer.body().length;
  }

  private String token() {
    JsonNode uaa = bed.alm.path("serviceKey").path("uaa");
    String body =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(encoded(uaa.path("clientid")), encoded(uaa.path("clientsecret")));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uaa.path("url").asString() + "/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(answer).path("access_token").asString();
    } catch (IOException | InterruptedException e) {
      throw new BenchException("No token", e);
    }
  }

  private static String encoded(JsonNode text) {
    return java.net.URLEncoder.encode(text.asString(), StandardCharsets.UTF_8);
  }

  private void store() {
    try (Connection connection = bed.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      copy(connection, "floor_staged_item", items);
      copy(connection, "floor_staged_pair", pairs);
      copy(connection, "floor_staged_description", descriptions);
      statement.execute(
          "insert into floor_item ("
              + COLUMNS
              + ") select "
              + COLUMNS
              + " from floor_staged_item on conflict (integration_id, external_uuid) do update set"
              + " title = excluded.title, status_code = excluded.status_code");
      statement.execute(
          "insert into floor_pair select * from floor_staged_pair on conflict do nothing");
      statement.execute(
          "insert into floor_description select * from floor_staged_description"
              + " on conflict do nothing");
      connection.commit();
    } catch (SQLException | IOException e) {
      throw new BenchException("The floor's upsert failed", e);
    }
  }

  private static void copy(Connection connection, String table, byte[] rows)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows));
  }

  private byte[] dump(String query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = bed.connect()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (" + query + ") to stdout", out);
      return out.toByteArray();
    } catch (SQLException | IOException e) {
      throw new BenchException("Rows cannot be dumped", e);
    }
  }
}
