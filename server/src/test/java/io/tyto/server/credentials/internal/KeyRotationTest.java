package io.tyto.server.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.TytoSettings;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TytoTest
class KeyRotationTest {
  private final Tyto tyto;
  private final SecretTable secrets;
  private final CredentialTable table;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final String key;

  @TempDir Path folder;

  KeyRotationTest(
      Tyto tyto,
      SecretTable secrets,
      CredentialTable table,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      TytoSettings settings)
      throws IOException {
    this.tyto = tyto;
    this.secrets = secrets;
    this.table = table;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.key = Files.readString(settings.data().resolve("master.key"));
  }

  @Test
  void bringsEverySecretUnderTheNewKeyAndBack() throws IOException {
    String id =
        tyto.admin()
            .post(
                "/credentials",
                Map.of(
                    "name", "rotated-" + UUID.randomUUID(), "type", "token", "token", "planted-9"))
            .expect(201)
            .id();
    Path fresh = folder.resolve("fresh");
    MasterKey.readOrMake(fresh);
    MasterKey newFirst = keys(Files.readString(fresh) + key);
    MasterKey oldFirst = keys(key + Files.readString(fresh));

    assertThat(rotation(newFirst).rewrapAll()).isPositive();
    assertThat(under(newFirst.primary())).isTrue();
    assertThat(opened(MasterKey.read(fresh), id)).isEqualTo("planted-9");
    assertThat(rotation(newFirst).rewrapAll()).isZero();

    assertThat(rotation(oldFirst).rewrapAll()).isPositive();
    assertThat(under(oldFirst.primary())).isTrue();
    assertThat(opened(keys(key), id)).isEqualTo("planted-9");
  }

  private MasterKey keys(String lines) throws IOException {
    return MasterKey.read(Files.writeString(folder.resolve(UUID.randomUUID().toString()), lines));
  }

  private KeyRotation rotation(MasterKey master) {
    return new KeyRotation(master, new Envelope(master), secrets, transactions);
  }

  private boolean under(String kek) {
    return jdbc.sql("select bool_and(kek_id = :kek) from credential_secret")
        .param("kek", kek)
        .query(Boolean.class)
        .single();
  }

  private String opened(MasterKey master, String id) {
    CredentialRow row = table.find(id).orElseThrow();
    return secrets
        .find(row.place())
        .flatMap(sealed -> new Envelope(master).open(sealed, row.place()))
        .orElseThrow()
        .reveal();
  }
}
