package io.tyto.server.alm.internal;

import io.tyto.server.alm.IntegrationView.WriteBack;
import io.tyto.server.kernel.ProjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code alm_integration}. */
@Repository
public class IntegrationTable {
  private final JdbcClient jdbc;

  IntegrationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes changes to the integrations of a project wait for each other until commit. */
  public void lock(ProjectKey project) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('alm_integration/' || :project, 0))")
        .param("project", project.value())
        .query(row -> {});
  }

  public List<Integration> list(ProjectKey project) {
    return jdbc.sql(
            """
            select * from alm_integration where project = :project and removed_at is null
            order by lower(name)
            """)
        .param("project", project.value())
        .query(IntegrationTable::row)
        .list();
  }

  /** Removed ones too. */
  public Optional<Integration> find(String id) {
    return jdbc.sql("select * from alm_integration where id = :id")
        .param("id", id)
        .query(IntegrationTable::row)
        .optional();
  }

  public Optional<Integration> find(ProjectKey project, String id) {
    return find(id).filter(row -> row.project().equals(project) && !row.removed());
  }

  /** The integration that was removed and whose project is linked again. */
  public Optional<Integration> removed(Integration wanted) {
    return jdbc.sql(
            """
            select * from alm_integration where project = :project and removed_at is not null
              and external_system = :system and external_project_id = :external
            order by removed_at desc limit 1
            """)
        .param("project", wanted.project().value())
        .param("system", wanted.externalSystem())
        .param("external", wanted.externalProjectId())
        .query(IntegrationTable::row)
        .optional();
  }

  public List<Integration> withCredentials(Collection<String> credentialIds) {
    return jdbc.sql(
            """
            select * from alm_integration where credential_id in (:ids) and removed_at is null
            order by lower(name)
            """)
        .param("ids", credentialIds)
        .query(IntegrationTable::row)
        .list();
  }

  public boolean synced(String id) {
    return jdbc.sql("select exists (select from alm_sync where integration_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  public void insert(Integration row, String hookTokenHash) {
    jdbc.sql(
            """
            insert into alm_integration (id, project, name, description, external_system,
              credential_id, host_url, external_project_id, external_project_name, is_default,
              write_references, write_comments, write_status, status_gates, hook_token_hash,
              created_by, created_at)
            values (:id, :project, :name, :description, :system, :credential, :host, :external,
              :externalName, :isDefault, :references, :comments, :status, :gates, :hash, :createdBy,
              :createdAt)
            on conflict (id) do update set name = excluded.name,
              description = excluded.description, credential_id = excluded.credential_id,
              host_url = excluded.host_url, external_project_name = excluded.external_project_name,
              is_default = excluded.is_default, write_references = excluded.write_references,
              write_comments = excluded.write_comments, write_status = excluded.write_status,
              status_gates = excluded.status_gates, hook_token_hash = excluded.hook_token_hash,
              modified_by = excluded.created_by, modified_at = excluded.created_at,
              removed_at = null, version = alm_integration.version + 1
            """)
        .params(columns(row))
        .param("hash", hookTokenHash)
        .update();
  }

  public void update(Integration row) {
    jdbc.sql(
            """
            update alm_integration set name = :name, description = :description,
              credential_id = :credential, host_url = :host, external_project_id = :external,
              external_project_name = :externalName, is_default = :isDefault,
              write_references = :references, write_comments = :comments, write_status = :status,
              status_gates = :gates, modified_by = :modifiedBy, modified_at = :modifiedAt,
              version = version + 1
            where id = :id
            """)
        .params(columns(row))
        .update();
  }

  /** No other integration of the project stays the default. */
  public void clearDefault(ProjectKey project, String except) {
    jdbc.sql(
            """
            update alm_integration set is_default = false, version = version + 1
            where project = :project and id <> :except and is_default and removed_at is null
            """)
        .param("project", project.value())
        .param("except", except)
        .update();
  }

  /** The oldest one that is left becomes the default, when there is none. */
  public void electDefault(ProjectKey project) {
    jdbc.sql(
            """
            update alm_integration set is_default = true, version = version + 1
            where id = (select id from alm_integration
                where project = :project and removed_at is null order by created_at, id limit 1)
              and not exists (select from alm_integration
                where project = :project and removed_at is null and is_default)
            """)
        .param("project", project.value())
        .update();
  }

  public void remove(String id, Instant at) {
    jdbc.sql(
            """
            update alm_integration set removed_at = :at, is_default = false, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
    jdbc.sql(
            """
            update alm_sync set state = 'FAILED', ended_at = :at,
              fault = 'The ALM integration was removed while it ran.'
            where integration_id = :id and state = 'RUNNING'
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  public void setHookToken(String id, String hash) {
    jdbc.sql(
            "update alm_integration set hook_token_hash = :hash, version = version + 1 where id = :id")
        .param("id", id)
        .param("hash", hash)
        .update();
  }

  public Optional<String> hookTokenHash(String id) {
    return jdbc.sql(
            "select hook_token_hash from alm_integration where id = :id and removed_at is null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  private static Map<String, @Nullable Object> columns(Integration row) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", row.id());
    values.put("project", row.project().value());
    values.put("name", row.name());
    values.put("description", row.description());
    values.put("system", row.externalSystem());
    values.put("credential", row.credentialId());
    values.put("host", row.hostUrl());
    values.put("external", row.externalProjectId());
    values.put("externalName", row.externalProjectName());
    values.put("isDefault", row.isDefault());
    values.put("references", row.writeBack().references());
    values.put("comments", row.writeBack().comments());
    values.put("status", row.writeBack().status());
    values.put("gates", row.statusGates());
    values.put("createdBy", row.createdBy());
    values.put("createdAt", Timestamp.from(row.createdAt()));
    values.put("modifiedBy", row.modifiedBy());
    values.put("modifiedAt", row.modifiedAt() == null ? null : Timestamp.from(row.modifiedAt()));
    return values;
  }

  private static Integration row(ResultSet row, int number) throws SQLException {
    return new Integration(
        row.getString("id"),
        new ProjectKey(row.getString("project")),
        row.getString("name"),
        row.getString("description"),
        row.getString("external_system"),
        row.getString("credential_id"),
        row.getString("host_url"),
        row.getString("external_project_id"),
        row.getString("external_project_name"),
        row.getBoolean("is_default"),
        new WriteBack(
            row.getBoolean("write_references"),
            row.getBoolean("write_comments"),
            row.getBoolean("write_status")),
        row.getBoolean("status_gates"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("modified_by"),
        SqlTimes.instant(row.getTimestamp("modified_at")),
        row.getTimestamp("removed_at") != null,
        row.getInt("version"));
  }
}
