package io.tyto.server.identity.internal;

import io.tyto.server.identity.ServerRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.kernel.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of users with their aliases, always read in one statement. */
@Repository
class UserRows {
  private static final String SELECT =
      """
      select u.id, u.name, u.display_name, u.email, u.roles, u.locked, u.version,
             coalesce((select array_agg(a.system order by a.system, a.name)
                       from identity_alias a where a.user_id = u.id), '{}') as systems,
             coalesce((select array_agg(a.name order by a.system, a.name)
                       from identity_alias a where a.user_id = u.id), '{}') as names
      from identity_user u
      """;

  private final JdbcClient jdbc;

  UserRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UserView> find(UserId id) {
    return jdbc.sql(SELECT + "where u.id = :id")
        .param("id", id.value())
        .query(UserRows::view)
        .optional();
  }

  Optional<UserView> findByName(String name) {
    return jdbc.sql(SELECT + "where lower(u.name) = lower(:name)")
        .param("name", name)
        .query(UserRows::view)
        .optional();
  }

  List<UserView> all(Collection<UserId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + "where u.id in (:ids) order by lower(u.name)")
        .param("ids", ids.stream().map(UserId::value).toList())
        .query(UserRows::view)
        .list();
  }

  List<UserView> knownAs(String system, String name) {
    return jdbc.sql(
            SELECT
                + """
                where lower(u.name) = lower(:name)
                   or exists (select 1 from identity_alias a
                              where a.user_id = u.id and lower(a.name) = lower(:name)
                                and (a.system = '*' or lower(a.system) = lower(:system)))
                order by lower(u.name)
                """)
        .param("name", name)
        .param("system", system)
        .query(UserRows::view)
        .list();
  }

  /**
   * @param after lower-case name of the last one seen; empty from the start
   */
  List<UserView> page(String after, @Nullable String q, int most) {
    return jdbc.sql(
            SELECT
                + """
                where lower(u.name) > :after
                  and (cast(:q as text) is null
                       or strpos(lower(u.name || ' ' || u.display_name || ' '
                                       || coalesce(u.email, '')), lower(:q)) > 0)
                order by lower(u.name) limit :most
                """)
        .param("after", after)
        .param("q", q)
        .param("most", most)
        .query(UserRows::view)
        .list();
  }

  long count(@Nullable String q) {
    return jdbc.sql(
            """
            select count(*) from identity_user u
            where cast(:q as text) is null
               or strpos(lower(u.name || ' ' || u.display_name || ' '
                               || coalesce(u.email, '')), lower(:q)) > 0
            """)
        .param("q", q)
        .query(Long.class)
        .single();
  }

  static String literal(Set<ServerRole> roles) {
    return roles.stream().map(ServerRole::name).sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private static UserView view(ResultSet row, int number) throws SQLException {
    String[] systems = (String[]) row.getArray("systems").getArray();
    String[] names = (String[]) row.getArray("names").getArray();
    List<UserView.Alias> aliases = new ArrayList<>();
    for (int i = 0; i < systems.length; i++) {
      aliases.add(new UserView.Alias(systems[i], names[i]));
    }
    return new UserView(
        new UserId(row.getString("id")),
        row.getString("name"),
        row.getString("display_name"),
        row.getString("email"),
        roles(row.getArray("roles")),
        aliases,
        row.getBoolean("locked"),
        row.getInt("version"));
  }

  private static Set<ServerRole> roles(Array stored) throws SQLException {
    Set<ServerRole> roles = EnumSet.noneOf(ServerRole.class);
    for (String role : (String[]) stored.getArray()) {
      roles.add(ServerRole.valueOf(role));
    }
    return roles;
  }
}
