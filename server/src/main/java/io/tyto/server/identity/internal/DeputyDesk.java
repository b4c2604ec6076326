package io.tyto.server.identity.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.Deputies;
import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rows of deputies. They stay when they are over, as the decisions made with them do. */
@Service
class DeputyDesk implements Deputies {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final Users users;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DeputyDesk(
      JdbcClient jdbc,
      Users users,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<UserId> principalsOf(UserId deputy, Instant at) {
    return jdbc.sql(
            """
            SELECT d.user_id FROM identity_deputy d JOIN identity_user u ON u.id = d.user_id
            WHERE d.deputy_id = :deputy AND NOT u.locked
              AND d.starts_at <= :at AND d.ends_at > :at ORDER BY d.id
            """)
        .param("deputy", deputy.value())
        .param("at", Timestamp.from(at))
        .query((row, n) -> new UserId(row.getString(1)))
        .list();
  }

  @Override
  public List<UserId> deputiesOf(UserId principal, Instant at) {
    return jdbc.sql(
            """
            SELECT deputy_id FROM identity_deputy
            WHERE user_id = :principal AND starts_at <= :at AND ends_at > :at ORDER BY id
            """)
        .param("principal", principal.value())
        .param("at", Timestamp.from(at))
        .query((row, n) -> new UserId(row.getString(1)))
        .list();
  }

  @Override
  public List<View> of(Actor caller) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            SELECT d.*, p.name AS person, s.name AS deputy FROM identity_deputy d
            JOIN identity_user p ON p.id = d.user_id JOIN identity_user s ON s.id = d.deputy_id
            WHERE (d.user_id = :caller OR d.deputy_id = :caller) AND d.ends_at > :now
            ORDER BY d.starts_at, d.id
            """)
        .param("caller", caller.id().value())
        .param("now", Timestamp.from(now))
        .query((row, n) -> {
          Instant from = row.getTimestamp("starts_at").toInstant();
          return new View(
              row.getString("id"),
              row.getString("person"),
              row.getString("deputy"),
              from,
              row.getTimestamp("ends_at").toInstant(),
              !from.isAfter(now),
              row.getString("user_id").equals(caller.id().value()));
        })
        .list();
  }

  @Override
  @Transactional
  public View name(Actor caller, String deputy, Instant from, Instant until) {
    if (caller.kind() != Actor.Kind.PERSON) {
      throw new Refusal(
          IdentityRefusal.TOKEN_NAMES_NO_DEPUTY, "Sign in as a person to name a deputy.");
    }
    UserView found =
        users
            .findByName(deputy.strip())
            .filter(user -> !user.locked())
            .orElseThrow(() ->
                Refusal.at(
                    "deputy", GeneralRefusal.INVALID, "Nobody who may sign in has that name."));
    if (found.id().equals(caller.id())) {
      throw Refusal.at("deputy", GeneralRefusal.INVALID, "Name somebody else than yourself.");
    }
    Instant now = clock.instant();
    if (!until.isAfter(from)
        || !until.isAfter(now)
        || Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw Refusal.at(
          "until",
          GeneralRefusal.INVALID,
          "It ends after it begins, in the future, within a year.");
    }
    String id = Ids.next();
    jdbc.sql("INSERT INTO identity_deputy VALUES (:id, :user, :deputy, :from, :until, :now)")
        .param("id", id)
        .param("user", caller.id().value())
        .param("deputy", found.id().value())
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .param("now", Timestamp.from(now))
        .update();
    tell(
        caller,
        "deputy-named",
        id,
        Map.of("deputy", found.name(), "from", from.toString(), "until", until.toString()));
    return new View(id, caller.name(), found.name(), from, until, !from.isAfter(now), true);
  }

  @Override
  @Transactional
  public void end(Actor caller, String id) {
    int known =
        jdbc.sql(
                """
                UPDATE identity_deputy SET ends_at = least(ends_at, :now)
                WHERE id = :id AND user_id = :user
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("user", caller.id().value())
            .update();
    if (known == 0) {
      throw new Refusal(GeneralRefusal.NOT_FOUND, "You have named no such deputy.");
    }
    tell(caller, "deputy-ended", id, Map.of());
  }

  private void tell(Actor caller, String action, String id, Map<String, Object> details) {
    audit.record(caller, new Audited.Entry(null, action, "deputy/" + id, details));
    events.publishEvent(new LiveEvent(null, "deputies", id));
  }
}
