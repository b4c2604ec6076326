package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables.Collision;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.WorkItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of deliverables. */
@Repository
class DeliverableStore {
  private static final TypeReference<LinkedHashMap<String, String>> FACTS =
      new TypeReference<>() {};
  private static final String COLUMNS =
      """
      d.id, d.work_item, d.kind, d.environment_id, d.external_id, d.version, d.name, d.url,
      d.digest, d.content_digest, d.author, d.objects, d.facts, d.position, d.added_by, d.added_at
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DeliverableStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Deliverable> attached(WorkItemId item) {
    return everOf(item, "AND d.removed_at IS NULL").stream().map(Kept::deliverable).toList();
  }

  /** Those attached in their order, then the removed ones, newest first. */
  List<Kept> everOf(WorkItemId item) {
    return everOf(item, "");
  }

  private List<Kept> everOf(WorkItemId item, String condition) {
    return jdbc.sql(
            "SELECT d.removed_at IS NOT NULL AS removed, "
                + COLUMNS
                + "FROM deliverable d WHERE d.work_item = :item "
                + condition
                + " ORDER BY d.removed_at DESC NULLS FIRST, d.position, d.id")
        .param("item", item.value())
        .query((row, n) -> new Kept(deliverable(row, n), row.getBoolean("removed")))
        .list();
  }

  record Kept(Deliverable deliverable, boolean removed) {}

  Optional<Deliverable> find(WorkItemId item, String id) {
    return jdbc.sql(
            "SELECT " + COLUMNS + "FROM deliverable d WHERE d.work_item = :item AND d.id = :id")
        .param("item", item.value())
        .param("id", id)
        .query(this::deliverable)
        .optional();
  }

  List<Deliverable> ofCandidate(WorkItemId item, int number) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                FROM candidate_deliverable c JOIN deliverable d ON d.id = c.deliverable_id
                WHERE c.work_item = :item AND c.number = :number ORDER BY c.position
                """)
        .param("item", item.value())
        .param("number", number)
        .query(this::deliverable)
        .list();
  }

  void insert(Deliverable d) {
    jdbc.sql(
            """
            INSERT INTO deliverable (id, work_item, project, kind, environment_id, external_id,
              version, name, url, digest, content_digest, author, objects, facts, position,
              added_by, added_at)
            VALUES (:id, :item, :project, :kind, :environment, :externalId, :version, :name, :url,
              :digest, :contentDigest, :author, :objects, :facts::jsonb, :position, :addedBy, :now)
            """)
        .param("id", d.id())
        .param("item", d.workItem().value())
        .param("project", d.workItem().project().value())
        .param("kind", d.kind())
        .param("environment", d.environmentId() == null ? null : d.environmentId().value())
        .param("externalId", d.externalId())
        .param("version", d.version())
        .param("name", d.name())
        .param("url", d.url())
        .param("digest", d.digest())
        .param("contentDigest", d.contentDigest())
        .param("author", d.author())
        .param("objects", d.objects().toArray(String[]::new))
        .param("facts", json.writeValueAsString(d.facts()))
        .param("position", d.position())
        .param("addedBy", d.addedBy())
        .param("now", d.addedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(String id, Actor actor, Instant now) {
    jdbc.sql(
            """
            UPDATE deliverable SET removed_by = :actor, removed_at = :now
            WHERE id = :id AND removed_at IS NULL
            """)
        .param("id", id)
        .param("actor", actor.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void place(String id, int position) {
    jdbc.sql("UPDATE deliverable SET position = :position WHERE id = :id")
        .param("id", id)
        .param("position", position)
        .update();
  }

  void noteContent(String id, String contentDigest) {
    jdbc.sql("UPDATE deliverable SET content_digest = :digest WHERE id = :id")
        .param("id", id)
        .param("digest", contentDigest)
        .update();
  }

  /** Makes changes to one item's deliverables wait for each other. */
  void lock(WorkItemId item) {
    jdbc.sql("SELECT 1 FROM work_item WHERE id = :item FOR NO KEY UPDATE")
        .param("item", item.value())
        .query()
        .listOfRows();
  }

  /** Same project, same source environment, at least one object in common. */
  List<Collision> collisions(WorkItemId item) {
    return jdbc.sql(
            """
            SELECT other.work_item, mine.id, object, mine.kind, mine.external_id AS mine_id,
              mine.version AS mine_version, other.external_id AS other_id,
              other.version AS other_version
            FROM deliverable mine
            JOIN deliverable other ON other.project = mine.project
              AND other.work_item <> mine.work_item AND other.removed_at IS NULL
              AND other.environment_id IS NOT DISTINCT FROM mine.environment_id
              AND other.objects && mine.objects
            CROSS JOIN LATERAL (
              SELECT unnest(mine.objects) INTERSECT SELECT unnest(other.objects)
            ) AS common (object)
            WHERE mine.work_item = :item AND mine.removed_at IS NULL
            ORDER BY other.work_item, object LIMIT 500
            """)
        .param("item", item.value())
        .query(DeliverableStore::collision)
        .list();
  }

  private static Collision collision(ResultSet row, int number) throws SQLException {
    WorkItemId other = new WorkItemId(row.getString("work_item"));
    String object = row.getString("object");
    String mine = row.getString("mine_version");
    String theirs = row.getString("other_version");
    boolean same = Objects.equals(row.getString("mine_id"), row.getString("other_id"));
    boolean comparable = same && mine != null && theirs != null;
    boolean newer = comparable && VersionOrder.before(mine, theirs);
    String message;
    if (comparable && VersionOrder.before(theirs, mine)) {
      message = "%s %s contains %s of %s.".formatted(object, mine, theirs, other.value());
    } else if (newer) {
      message = "%s carries the newer %s of %s.".formatted(other.value(), theirs, object);
    } else if (same) {
      message = "%s is also carried by %s.".formatted(object, other.value());
    } else {
      message =
          "%s is also in %s of %s.".formatted(object, row.getString("other_id"), other.value());
    }
    return new Collision(other, row.getString("id"), object, message, !newer);
  }

  private Deliverable deliverable(ResultSet row, int number) throws SQLException {
    String environment = row.getString("environment_id");
    Map<String, String> facts = json.readValue(row.getString("facts"), FACTS);
    return new Deliverable(
        row.getString("id"),
        new WorkItemId(row.getString("work_item")),
        row.getString("kind"),
        environment == null ? null : new EnvironmentId(environment),
        row.getString("external_id"),
        row.getString("version"),
        row.getString("name"),
        row.getString("url"),
        row.getString("digest"),
        row.getString("content_digest"),
        row.getString("author"),
        List.of((String[]) row.getArray("objects").getArray()),
        facts,
        row.getInt("position"),
        row.getString("added_by"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }
}
