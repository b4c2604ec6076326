package io.tyto.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void givesEachTestAnEmptyDatabase() throws Exception {
    TestDatabase one = TestDatabase.create();
    execute(one, "create table t (x int)");
    TestDatabase two = TestDatabase.create();
    execute(two, "create table t (x int)");
    assertThat(one.name()).isNotEqualTo(two.name());
    assertThat(one.toString()).doesNotContain(one.password());
  }

  @Test
  void preparesTemplateOnce() throws Exception {
    var prepared = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      TestDatabase copy =
          TestDatabase.createFrom(
              "with table",
              fresh -> {
                prepared.incrementAndGet();
                execute(fresh, "create table ready (x int)");
              });
      execute(copy, "insert into ready values (1)");
      copy.drop();
    }
    assertThat(prepared).hasValue(1);
  }

  private static void execute(TestDatabase database, String sql) {
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
