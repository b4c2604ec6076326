package io.tyto.server.projects.internal;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.identity.Standing;
import io.tyto.server.identity.Standings;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who is what where, users and memberships in one statement. */
@Repository
class MemberStandings implements Standings {
  private static final String SELECT =
      """
      select u.id, u.name, u.roles,
             array(select m.project from project_member m
                   where m.user_id = u.id order by m.project) as projects,
             array(select array_to_string(m.roles, ',') from project_member m
                   where m.user_id = u.id order by m.project) as project_roles
      """;

  private final JdbcClient jdbc;

  MemberStandings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Standing> of(UserId user) {
    return jdbc.sql(SELECT + "from identity_user u where u.id = :user and not u.locked")
        .param("user", user.value())
        .query((row, n) -> standing(row))
        .optional();
  }

  @Override
  public Optional<ByToken> byToken(byte[] digest, Instant now) {
    return jdbc.sql(
            SELECT
                + """
                , t.last_used_at from identity_token t join identity_user u on u.id = t.user_id
                where t.digest = :digest and t.revoked_at is null and t.expires_at > :now
                  and not u.locked
                """)
        .param("digest", digest)
        .param("now", Timestamp.from(now))
        .query((row, n) -> {
          Timestamp used = row.getTimestamp("last_used_at");
          return new ByToken(standing(row), used == null ? null : used.toInstant());
        })
        .optional();
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

  private static Standing standing(ResultSet row) throws SQLException {
    String[] keys = (String[]) row.getArray("projects").getArray();
    String[] held = (String[]) row.getArray("project_roles").getArray();
    Map<ProjectKey, Set<ProjectRole>> projects = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      String[] names = held[i].isEmpty() ? new String[0] : held[i].split(",");
      projects.put(new ProjectKey(keys[i]), roles(ProjectRole.class, names));
    }
    return new Standing(
        new UserId(row.getString("id")),
        row.getString("name"),
        roles(ServerRole.class, (String[]) row.getArray("roles").getArray()),
        projects);
  }

  static Set<ProjectRole> roles(Array stored) throws SQLException {
    return roles(ProjectRole.class, (String[]) stored.getArray());
  }

  private static <R extends Enum<R>> Set<R> roles(Class<R> kind, String[] names) {
    Set<R> roles = EnumSet.noneOf(kind);
    for (String name : names) {
      roles.add(Enum.valueOf(kind, name));
    }
    return roles;
  }
}
