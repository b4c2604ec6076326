package io.tyto.server.pipelines.calendar;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.calendar.CalendarView.OccurrenceView;
import io.tyto.server.pipelines.run.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Uid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calendar for calendar programs, which know no sign-in: whoever has the token reads what its
 * person may see now. Occurrences are written out one by one in UTC, so that no program can take a
 * change of clocks another way than the engine.
 */
@Component
public class CalendarFeeds {
  private static final int TOKEN_BYTES = 24;
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(365);

  private final JdbcClient jdbc;
  private final CalendarDesk desk;
  private final Users users;
  private final AuditTrail audit;
  private final TransactionTemplate tx;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(
      JdbcClient jdbc,
      CalendarDesk desk,
      Users users,
      AuditTrail audit,
      TransactionTemplate tx,
      Clock clock) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.users = users;
    this.audit = audit;
    this.tx = tx;
    this.clock = clock;
  }

  /** A new token, which ends the old one; shown once. */
  public String subscribe(Actor caller) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    tx.executeWithoutResult(status -> {
      jdbc.sql(
              """
              INSERT INTO calendar_feed VALUES (:user, :hash, :now) ON CONFLICT (user_id)
              DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at
              """)
          .param("user", caller.id().value())
          .param("hash", hash(token))
          .param("now", SqlTime.at(clock.instant()))
          .update();
      tell(caller, "calendar-feed-opened");
    });
    return token;
  }

  public void unsubscribe(Actor caller) {
    tx.executeWithoutResult(status -> {
      int rows =
          jdbc.sql("DELETE FROM calendar_feed WHERE user_id = :user")
              .param("user", caller.id().value())
              .update();
      if (rows > 0) {
        tell(caller, "calendar-feed-closed");
      }
    });
  }

  private void tell(Actor caller, String action) {
    audit.record(caller, new Audited.Entry(null, action, "user/" + caller.id().value(), Map.of()));
  }

  public boolean subscribed(Actor caller) {
    return jdbc.sql("SELECT count(*) FROM calendar_feed WHERE user_id = :user")
            .param("user", caller.id().value())
            .query(Long.class)
            .single()
        > 0;
  }

  /** The person whose token it is; nobody who is locked. */
  public Optional<UserId> owner(String token) {
    return jdbc.sql("SELECT user_id FROM calendar_feed WHERE token_hash = :hash")
        .param("hash", hash(token))
        .query((row, n) -> new UserId(row.getString(1)))
        .optional()
        .filter(user -> users.find(user).filter(view -> !view.locked()).isPresent());
  }

  /** RFC 5545 text with all that the user may see from a month ago to a year ahead. */
  public String text(UserId user) {
    Instant now = clock.instant();
    Calendar calendar =
        new Calendar().withProdId("-//Tyto//Freeze Calendar//EN").withDefaults().getFluentTarget();
    for (OccurrenceView each : desk.occurrences(user, null, now.minus(BACK), now.plus(AHEAD))) {
      calendar.add(event(each, now));
    }
    return calendar.toString();
  }

  private static VEvent event(OccurrenceView each, Instant now) {
    String word = each.kind().name().toLowerCase(Locale.ROOT);
    VEvent event =
        new VEvent(
            each.from(),
            each.to(),
            Character.toUpperCase(word.charAt(0)) + word.substring(1) + ": " + each.name());
    event.removeIf(property -> property instanceof DtStamp);
    event.add(new DtStamp(now));
    event.add(new Uid(each.entryId() + "-" + each.from().getEpochSecond()));
    return event;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
