package io.tyto.server.projects.internal;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.ProjectRoles;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import java.sql.Array;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who is what where. */
@Repository
class MemberRoles implements ProjectRoles {
  private final JdbcClient jdbc;

  MemberRoles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean exists(ProjectKey project) {
    return jdbc.sql("select exists (select 1 from project where key = :key)")
        .param("key", project.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean isArchived(ProjectKey project) {
    return jdbc.sql("select exists (select 1 from project where key = :key and archived)")
        .param("key", project.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public Set<ProjectRole> rolesIn(ProjectKey project, UserId user) {
    return union(
        jdbc.sql("select roles from project_member where project = :key and user_id = :user")
            .param("key", project.value())
            .param("user", user.value())
            .query((row, n) -> roles(row.getArray("roles")))
            .list());
  }

  @Override
  public Set<ProjectRole> rolesAnywhere(UserId user) {
    return union(
        jdbc.sql("select distinct roles from project_member where user_id = :user")
            .param("user", user.value())
            .query((row, n) -> roles(row.getArray("roles")))
            .list());
  }

  static Set<ProjectRole> roles(Array stored) throws SQLException {
    Set<ProjectRole> roles = EnumSet.noneOf(ProjectRole.class);
    for (String role : (String[]) stored.getArray()) {
      roles.add(ProjectRole.valueOf(role));
    }
    return roles;
  }

  private static Set<ProjectRole> union(List<Set<ProjectRole>> all) {
    Set<ProjectRole> roles = EnumSet.noneOf(ProjectRole.class);
    all.forEach(roles::addAll);
    return roles;
  }
}
