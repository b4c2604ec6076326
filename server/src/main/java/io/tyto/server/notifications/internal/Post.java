package io.tyto.server.notifications.internal;

import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.TytoSettings;
import io.tyto.server.kernel.UserId;
import io.tyto.server.notifications.Topic;
import io.tyto.server.pipelines.Audience;
import io.tyto.server.pipelines.TaskCameToRest.Why;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns what happened into a mail a person, and sends each at most once. */
@Component
class Post {
  private static final int MOST_ATTEMPTS = 12;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final MailRows rows;
  private final Audience audience;
  private final Users users;
  private final Smtp smtp;
  private final TytoSettings settings;
  private final TransactionTemplate tx;

  Post(
      MailRows rows,
      Audience audience,
      Users users,
      Smtp smtp,
      TytoSettings settings,
      TransactionTemplate tx) {
    this.rows = rows;
    this.audience = audience;
    this.users = users;
    this.smtp = smtp;
    this.settings = settings;
    this.tx = tx;
  }

  /** Writes a mail for everybody whom it concerns and who wants it; repeating it adds nothing. */
  void spread(String eventId) {
    rows.event(eventId)
        .ifPresent(event -> {
          Set<UserId> concerned = audience.of(event.runId(), event.taskId(), why(event));
          tx.executeWithoutResult(status -> {
            concerned.stream()
                .filter(user -> rows.wishOf(user).topics().contains(event.topic()))
                .filter(user -> address(user).isPresent())
                .forEach(user -> rows.addMail(eventId, user));
            rows.spread(eventId);
          });
        });
  }

  private static Why why(MailRows.Event event) {
    return switch (event.topic()) {
      case APPROVAL -> Why.APPROVAL;
      case MANUAL -> Why.BY_HAND;
      case RUN_FAILED -> Why.FAILED;
      case SECOND_PERSON -> Why.SECOND_PERSON;
      case NOTICE -> Why.NOTICE;
    };
  }

  private Optional<UserView> address(UserId user) {
    return users
        .find(user)
        .filter(found -> !found.locked() && found.email() != null && found.email().contains("@"));
  }

  /**
   * @return when to try again; empty when it is over
   */
  Optional<Duration> send(String mailId) {
    MailRows.Mail mail = rows.mail(mailId).orElse(null);
    if (mail == null || !Set.of("WAITING", "SENDING").contains(mail.state())) {
      return Optional.empty();
    }
    if (mail.state().equals("SENDING")) {
      rows.end(mailId, "UNSURE", "A server ended while it was sent; it is not sent again.");
      return Optional.empty();
    }
    MailRows.Event event = rows.event(mail.eventId()).orElseThrow();
    Audience.Subject on = audience.subject(event.runId(), event.taskId()).orElse(null);
    UserView to = address(mail.user()).orElse(null);
    if (on == null || to == null || !concerns(mail.user(), event, on)) {
      rows.end(mailId, "DROPPED", "It is no longer of interest.");
      return Optional.empty();
    }
    return rows.sending(mailId) ? send(mail, event, to, on) : Optional.empty();
  }

  /** Nobody decided or retried before the mail left, and the reader still has the right. */
  private boolean concerns(UserId user, MailRows.Event event, Audience.Subject on) {
    return (event.topic() == Topic.NOTICE || on.attempt() == event.attempt())
        && audience.includes(event.runId(), event.taskId(), why(event), user);
  }

  private Optional<Duration> send(
      MailRows.Mail mail, MailRows.Event event, UserView to, Audience.Subject on) {
    Letter letter =
        Letter.of(
            event.topic(),
            rows.wishOf(mail.user()).language(),
            to.displayName(),
            on,
            links(event, on));
    return switch (smtp.send(mail.id(), String.valueOf(to.email()), letter)) {
      case Smtp.Outcome.Sent sent -> over(mail, "SENT", "");
      case Smtp.Outcome.Never never -> over(mail, "FAILED", never.why());
      case Smtp.Outcome.Unsure unsure -> over(mail, "UNSURE", unsure.why());
      case Smtp.Outcome.NotNow no when mail.attempts() + 1 >= MOST_ATTEMPTS ->
          over(mail, "FAILED", no.why());
      case Smtp.Outcome.NotNow no -> {
        rows.again(mail.id(), no.why());
        yield Optional.of(pause(mail.attempts()));
      }
    };
  }

  private Optional<Duration> over(MailRows.Mail mail, String state, String note) {
    rows.end(mail.id(), state, note);
    return Optional.empty();
  }

  /** 10 s, 20 s, 40 s ... an hour. */
  private static Duration pause(int attempts) {
    Duration grown = Duration.ofSeconds(10L << Math.min(attempts, 12));
    return grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
  }

  private Letter.@Nullable Links links(MailRows.Event event, Audience.Subject on) {
    URI at = settings.publicUrl();
    if (at == null) {
      return null;
    }
    String base = at.toString().replaceAll("/+$", "");
    String project = base + "/projects/" + on.project();
    String tasks = project + "/my-tasks?task=" + event.taskId();
    String there =
        switch (event.topic()) {
          case APPROVAL -> tasks + ".approval";
          case MANUAL -> tasks + ".manual";
          case NOTICE -> tasks + ".notice";
          case SECOND_PERSON -> tasks + ".second-person";
          case RUN_FAILED -> project + "/pipeline-activity/" + event.runId();
        };
    return new Letter.Links(there, base + "/account/notifications");
  }
}
