package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.WorkItemId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of frozen candidates. */
@Repository
class CandidateStore {
  private final JdbcClient jdbc;
  private final DeliverableStore deliverables;

  CandidateStore(JdbcClient jdbc, DeliverableStore deliverables) {
    this.jdbc = jdbc;
    this.deliverables = deliverables;
  }

  Optional<Frozen> latest(WorkItemId item) {
    return jdbc.sql(
            """
            SELECT number, digest FROM candidate WHERE work_item = :item
            ORDER BY number DESC LIMIT 1
            """)
        .param("item", item.value())
        .query((row, n) -> new Frozen(row.getInt("number"), row.getString("digest")))
        .optional();
  }

  Optional<Candidate> find(WorkItemId item, int number) {
    return jdbc.sql("SELECT digest FROM candidate WHERE work_item = :item AND number = :number")
        .param("item", item.value())
        .param("number", number)
        .query(String.class)
        .optional()
        .map(digest ->
            new Candidate(item, number, digest, true, deliverables.ofCandidate(item, number)));
  }

  void insert(Candidate candidate, Instant now) {
    jdbc.sql(
            """
            INSERT INTO candidate (work_item, number, digest, frozen_at)
            VALUES (:item, :number, :digest, :now)
            """)
        .param("item", candidate.workItem().value())
        .param("number", candidate.number())
        .param("digest", candidate.digest())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    List<Deliverable> carried = candidate.deliverables();
    for (int position = 0; position < carried.size(); position++) {
      jdbc.sql(
              """
              INSERT INTO candidate_deliverable (work_item, number, position, deliverable_id)
              VALUES (:item, :number, :position, :id)
              """)
          .param("item", candidate.workItem().value())
          .param("number", candidate.number())
          .param("position", position)
          .param("id", carried.get(position).id())
          .update();
    }
  }

  record Frozen(int number, String digest) {}
}
