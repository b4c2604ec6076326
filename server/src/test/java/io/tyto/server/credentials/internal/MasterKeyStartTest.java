package io.tyto.server.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.StartRefused;
import io.tyto.server.kernel.TytoSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyStartTest {
  @TempDir Path data;

  @Test
  void makesAKeyBesideTheEmbeddedDatabaseAndKeepsIt() {
    String made = start("", null).primary();
    assertThat(data.resolve("master.key")).exists();
    assertThat(start("", null).primary()).isEqualTo(made);
  }

  @Test
  void refusesToStartOnADatabaseOfOnesOwnWithoutItsKey() {
    assertThatThrownBy(() -> start("jdbc:postgresql://db/tyto", null))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("TYTO_MASTER_KEY_FILE")
        .hasMessageNotContaining("\n");
    assertThat(data.resolve("master.key")).doesNotExist();
  }

  @Test
  void refusesToStartWhenTheNamedFileIsMissing() {
    assertThatThrownBy(() -> start("", data.resolve("none.key")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("none.key");
    assertThat(data.resolve("none.key")).doesNotExist();
  }

  private MasterKey start(String databaseUrl, @Nullable Path file) {
    return new MasterKeyConfiguration()
        .masterKey(new TytoSettings(data, databaseUrl, "", "", file, "", null, List.of(), false));
  }
}
