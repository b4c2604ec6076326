package io.tyto.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.UserId;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deputies over HTTP. */
@TytoTest
class DeputiesApiTest {
  private final Tyto tyto;
  private final Deputies deputies;
  private final Clock clock;

  DeputiesApiTest(Tyto tyto, Deputies deputies, Clock clock) {
    this.tyto = tyto;
    this.deputies = deputies;
    this.clock = clock;
  }

  private Answer named(Person person, String deputy, Duration from, Duration until) {
    Instant now = clock.instant();
    return person
        .api()
        .post(
            "/deputies",
            Map.of(
                "deputy", deputy,
                "from", now.plus(from).toString(),
                "until", now.plus(until).toString()));
  }

  @Test
  void standInForAPeriodUntilItIsEnded() {
    Person mara = tyto.person();
    Person dora = tyto.person();
    Answer made = named(mara, dora.name(), Duration.ofHours(-1), Duration.ofDays(7)).expect(201);
    UserId deputy = new UserId(dora.id());
    UserId principal = new UserId(mara.id());
    Instant now = clock.instant();
    assertThat(deputies.principalsOf(deputy, now)).containsExactly(principal);
    assertThat(deputies.deputiesOf(principal, now)).containsExactly(deputy);
    assertThat(deputies.principalsOf(deputy, now.plus(Duration.ofDays(8)))).isEmpty();
    assertThat(dora.api().get("/deputies").items("person")).containsExactly(mara.name());
    dora.api().delete("/deputies/" + made.id()).expect(404);
    mara.api().delete("/deputies/" + made.id()).expect(204);
    assertThat(deputies.principalsOf(deputy, clock.instant())).isEmpty();
    assertThat(mara.api().get("/deputies").items("id")).isEmpty();
  }

  @Test
  void areNamedByPeopleForOthersAndForTheFuture() {
    Person mara = tyto.person();
    Person dora = tyto.person();
    Duration week = Duration.ofDays(7);
    named(mara, mara.name(), Duration.ZERO, week).expect(400);
    named(mara, "nobody-here", Duration.ZERO, week).expect(400);
    named(mara, dora.name(), week, Duration.ZERO).expect(400);
    named(mara, dora.name(), week.negated(), Duration.ofMinutes(-1)).expect(400);
    String token = mara.api().post("/tokens", Map.of("name", "t")).expect(201).get("token");
    Instant now = clock.instant();
    assertThat(
            tyto.token(token)
                .post(
                    "/deputies",
                    Map.of(
                        "deputy", dora.name(),
                        "from", now.toString(),
                        "until", now.plus(week).toString()))
                .expect(403)
                .get("code"))
        .isEqualTo("token-names-no-deputy");
  }
}
