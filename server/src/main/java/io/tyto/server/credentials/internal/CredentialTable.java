package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialQuery;
import io.tyto.server.credentials.CredentialScope;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.internal.CredentialRow.Made;
import io.tyto.server.credentials.internal.CredentialRow.SecretMark;
import io.tyto.server.kernel.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code credential}. */
@Repository
class CredentialTable {
  private final JdbcClient jdbc;

  CredentialTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CredentialRow> find(String id) {
    return jdbc.sql("select * from credential where id = :id")
        .param("id", id)
        .query(CredentialTable::row)
        .optional();
  }

  /** For a change: nobody else changes it until the transaction ends. */
  Optional<CredentialRow> findLocked(String id) {
    return jdbc.sql("select * from credential where id = :id for update")
        .param("id", id)
        .query(CredentialTable::row)
        .optional();
  }

  /** One row more than the page holds, if there is one. */
  List<CredentialRow> list(UserId caller, CredentialQuery query, ListOrder order) {
    return jdbc.sql(
            """
            select * from credential
            where %s
              and (cast(:after as text) is null
                or (%s, id) %s (%s, :afterId))
            order by %s, id %s
            limit :rows
            """
                .formatted(
                    WANTED,
                    order.column(),
                    order.descending() ? "<" : ">",
                    order.afterExpression(),
                    order.column() + (order.descending() ? " desc" : ""),
                    order.descending() ? "desc" : ""))
        .params(wanted(caller, query))
        .param("after", order.after())
        .param("afterId", order.afterId())
        .param("rows", query.page().size() + 1)
        .query(CredentialTable::row)
        .list();
  }

  long count(UserId caller, CredentialQuery query) {
    return jdbc.sql("select count(*) from credential where " + WANTED)
        .params(wanted(caller, query))
        .query(Long.class)
        .single();
  }

  private static final String WANTED =
      """
      (scope = 'GLOBAL' or created_by_id = :caller)
        and (cast(:type as text) is null or type = :type)
        and (cast(:scope as text) is null or scope = :scope)
        and (cast(:q as text) is null
          or name ilike :q or client_id ilike :q or username ilike :q)
      """;

  private static Map<String, @Nullable Object> wanted(UserId caller, CredentialQuery query) {
    Map<String, @Nullable Object> values = new HashMap<>();
    CredentialType type = query.type();
    CredentialScope scope = query.scope();
    values.put("caller", caller.value());
    values.put("type", type == null ? null : type.id());
    values.put("scope", scope == null ? null : scope.name());
    values.put("q", query.q() == null ? null : "%" + escaped(query.q()) + "%");
    return values;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** Whether somebody who sees that name would see two of them. */
  boolean nameTaken(CredentialRow row) {
    return jdbc.sql(
            """
            select exists (
              select 1 from credential
              where lower(name) = lower(:name) and id <> :id
                and (scope = 'GLOBAL' or created_by_id = :owner))
            """)
        .param("name", row.name())
        .param("id", row.id())
        .param("owner", row.made().byId().value())
        .query(Boolean.class)
        .single();
  }

  void insert(CredentialRow row) {
    jdbc.sql(
            """
            insert into credential (id, name, type, scope, client_id, username, origin, token_url,
              api_url, bound_hosts, secret_version, secret_set_at, secret_set_by, created_by_id,
              created_by, created_at, version)
            values (:id, :name, :type, :scope, :clientId, :username, :origin, :tokenUrl,
              :apiUrl, :boundHosts, :secretVersion, :secretSetAt, :secretSetBy, :createdById,
              :createdBy, :createdAt, 1)
            """)
        .params(columns(row))
        .param("type", row.type().id())
        .param("createdById", row.made().byId().value())
        .param("createdBy", row.made().by())
        .param("createdAt", time(row.made().at()))
        .update();
  }

  void update(CredentialRow row) {
    jdbc.sql(
            """
            update credential
            set name = :name, scope = :scope, client_id = :clientId, username = :username,
              origin = :origin, token_url = :tokenUrl, api_url = :apiUrl, bound_hosts = :boundHosts,
              secret_version = :secretVersion, secret_set_at = :secretSetAt,
              secret_set_by = :secretSetBy, modified_by = :modifiedBy, modified_at = :modifiedAt,
              version = version + 1
            where id = :id
            """)
        .params(columns(row))
        .param("modifiedBy", row.made().modifiedBy())
        .param("modifiedAt", time(row.made().modifiedAt()))
        .update();
  }

  void bind(String id, String host) {
    jdbc.sql(
            """
            update credential set bound_hosts = array_append(bound_hosts, :host)
            where id = :id and not :host = any (bound_hosts)
            """)
        .param("id", id)
        .param("host", host)
        .update();
  }

  void delete(String id) {
    jdbc.sql("delete from credential where id = :id").param("id", id).update();
  }

  private static Map<String, @Nullable Object> columns(CredentialRow row) {
    Map<String, @Nullable Object> values = new HashMap<>();
    UserId setBy = row.secret().by();
    values.put("id", row.id());
    values.put("name", row.name());
    values.put("scope", row.scope().name());
    values.put("clientId", row.values().clientId());
    values.put("username", row.values().username());
    values.put("origin", row.values().origin());
    values.put("tokenUrl", row.values().tokenUrl());
    values.put("apiUrl", row.values().apiUrl());
    values.put("boundHosts", row.boundHosts().toArray(String[]::new));
    values.put("secretVersion", row.secret().version());
    values.put("secretSetAt", time(row.secret().at()));
    values.put("secretSetBy", setBy == null ? null : setBy.value());
    return values;
  }

  private static CredentialRow row(ResultSet row, int number) throws SQLException {
    String setBy = row.getString("secret_set_by");
    Array bound = row.getArray("bound_hosts");
    return new CredentialRow(
        row.getString("id"),
        row.getString("name"),
        CredentialType.of(row.getString("type")),
        CredentialScope.valueOf(row.getString("scope")),
        new Values(
            row.getString("client_id"),
            row.getString("username"),
            row.getString("origin"),
            row.getString("token_url"),
            row.getString("api_url"),
            null),
        List.of((String[]) bound.getArray()),
        new SecretMark(
            row.getInt("secret_version"),
            instant(row.getTimestamp("secret_set_at")),
            setBy == null ? null : new UserId(setBy)),
        new Made(
            new UserId(row.getString("created_by_id")),
            row.getString("created_by"),
            row.getTimestamp("created_at").toInstant(),
            row.getString("modified_by"),
            instant(row.getTimestamp("modified_at"))),
        row.getInt("version"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
