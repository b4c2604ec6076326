package io.tyto.server.stories.internal;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItemSearch;
import io.tyto.server.stories.WorkItemView;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches the projects that somebody may see. */
@Repository
class SearchEverywhere implements WorkItemSearch {
  private static final int MOST = 20;
  private static final String BEST =
      """
       ORDER BY lower(w.id) = :exact OR lower(w.external_id) = :exact DESC NULLS LAST, w.gone,
         w.project, w.number
       LIMIT :most
      """;

  private final JdbcClient jdbc;
  private final Projects projects;

  SearchEverywhere(JdbcClient jdbc, Projects projects) {
    this.jdbc = jdbc;
    this.projects = projects;
  }

  @Override
  public List<WorkItemView> find(String q, Actor caller) {
    SearchText text = new SearchText(q);
    List<String> readable =
        projects.readableBy(caller.id()).stream().map(ProjectKey::value).toList();
    if (readable.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            WorkItemRows.SELECT + "WHERE w.project IN (:projects) AND " + SearchText.MATCHES + BEST)
        .param("projects", readable)
        .param("q", text.pattern())
        .param("exact", text.literal())
        .param("most", MOST)
        .query(WorkItemRows::view)
        .list();
  }
}
