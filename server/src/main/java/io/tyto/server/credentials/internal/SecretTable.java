package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.internal.Envelope.Place;
import io.tyto.server.credentials.internal.Envelope.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code credential_secret}: ciphertexts only. */
@Repository
class SecretTable {
  private final JdbcClient jdbc;

  SecretTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A sealed secret where it lies. */
  record Stored(Place place, Sealed sealed) {}

  Optional<Sealed> find(Place place) {
    return jdbc.sql(
            """
            select kek_id, wrapped_key, ciphertext from credential_secret
            where credential_id = :id and field = :field
            """)
        .param("id", place.credentialId())
        .param("field", place.field())
        .query((row, number) -> sealed(row))
        .optional();
  }

  void put(Place place, Sealed sealed) {
    jdbc.sql(
            """
            insert into credential_secret
              (credential_id, field, version, kek_id, wrapped_key, ciphertext)
            values (:id, :field, :version, :kek, :wrapped, :ciphertext)
            on conflict (credential_id, field) do update set version = excluded.version,
              kek_id = excluded.kek_id, wrapped_key = excluded.wrapped_key,
              ciphertext = excluded.ciphertext
            """)
        .param("id", place.credentialId())
        .param("field", place.field())
        .param("version", place.version())
        .param("kek", sealed.kekId())
        .param("wrapped", sealed.wrappedKey())
        .param("ciphertext", sealed.ciphertext())
        .update();
  }

  void delete(String credentialId) {
    jdbc.sql("delete from credential_secret where credential_id = :id")
        .param("id", credentialId)
        .update();
  }

  /** Secrets not under that key, by credential id; rows another node works on are left to it. */
  List<Stored> notUnder(String kekId, String afterCredential, int most) {
    return jdbc.sql(
            """
            select s.*, c.created_by_id, c.type from credential_secret s
            join credential c on c.id = s.credential_id
            where s.kek_id <> :kek and s.credential_id > :after
            order by s.credential_id limit :most
            for update of s skip locked
            """)
        .param("kek", kekId)
        .param("after", afterCredential)
        .param("most", most)
        .query((row, number) -> stored(row))
        .list();
  }

  /** How many secrets none of these keys opens. */
  long countNotUnder(Set<String> kekIds) {
    return jdbc.sql("select count(*) from credential_secret where kek_id not in (:keks)")
        .param("keks", kekIds)
        .query(Long.class)
        .single();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    CredentialType type = CredentialType.of(row.getString("type"));
    Place place =
        new Place(
            row.getString("created_by_id"),
            row.getString("credential_id"),
            type.kind().secretField(),
            row.getInt("version"));
    return new Stored(place, sealed(row));
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(
        row.getString("kek_id"), row.getBytes("wrapped_key"), row.getBytes("ciphertext"));
  }
}
