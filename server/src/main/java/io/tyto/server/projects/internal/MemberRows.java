package io.tyto.server.projects.internal;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of memberships. */
@Repository
class MemberRows {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  MemberRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Row> all(ProjectKey project) {
    return jdbc.sql("select * from project_member where project = :project")
        .param("project", project.value())
        .query(MemberRows::row)
        .list();
  }

  Optional<Row> find(ProjectKey project, UserId user) {
    return jdbc.sql("select * from project_member where project = :project and user_id = :user")
        .param("project", project.value())
        .param("user", user.value())
        .query(MemberRows::row)
        .optional();
  }

  List<UserId> with(ProjectKey project, ProjectRole role) {
    return jdbc.sql(
            """
            select m.user_id from project_member m
            where m.project = :project and :role = any(m.roles) order by m.user_id
            """)
        .param("project", project.value())
        .param("role", role.name())
        .query((row, n) -> new UserId(row.getString("user_id")))
        .list();
  }

  void put(ProjectKey project, Row member) {
    jdbc.sql(
            """
            insert into project_member (project, user_id, roles, deploy_to)
            values (:project, :user,
                    array(select jsonb_array_elements_text(cast(:roles as jsonb))),
                    array(select jsonb_array_elements_text(cast(:deployTo as jsonb))))
            on conflict (project, user_id) do update
            set roles = excluded.roles, deploy_to = excluded.deploy_to
            """)
        .param("project", project.value())
        .param("user", member.user().value())
        .param("roles", json.writeValueAsString(member.roles().stream().map(Enum::name).toList()))
        .param(
            "deployTo",
            json.writeValueAsString(member.deployTo().stream().map(EnvironmentId::value).toList()))
        .update();
  }

  void delete(ProjectKey project, UserId user) {
    jdbc.sql("delete from project_member where project = :project and user_id = :user")
        .param("project", project.value())
        .param("user", user.value())
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Set<EnvironmentId> deployTo = new LinkedHashSet<>();
    for (String id : (String[]) row.getArray("deploy_to").getArray()) {
      deployTo.add(new EnvironmentId(id));
    }
    return new Row(
        new UserId(row.getString("user_id")),
        MemberStandings.roles(row.getArray("roles")),
        deployTo);
  }

  /** One membership. */
  record Row(UserId user, Set<ProjectRole> roles, Set<EnvironmentId> deployTo) {}
}
