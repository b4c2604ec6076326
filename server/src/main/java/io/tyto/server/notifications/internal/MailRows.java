package io.tyto.server.notifications.internal;

import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.UserId;
import io.tyto.server.notifications.MailChoices.Language;
import io.tyto.server.notifications.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Choices, events and mails. What happened once is there once: the tables see to it. */
@Repository
class MailRows {
  private final JdbcClient jdbc;
  private final Clock clock;

  MailRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  record Wish(Set<Topic> topics, Language language) {}

  Wish wishOf(UserId user) {
    return jdbc.sql("SELECT topics, language FROM notification_choice WHERE user_id = :user")
        .param("user", user.value())
        .query((row, n) -> new Wish(topics(row.getString(1)), Language.valueOf(row.getString(2))))
        .optional()
        .orElseGet(() -> new Wish(defaults(), Language.EN));
  }

  private static Set<Topic> defaults() {
    return Arrays.stream(Topic.values())
        .filter(Topic::byDefault)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
  }

  private static Set<Topic> topics(String list) {
    return Arrays.stream(list.split(","))
        .filter(name -> !name.isEmpty())
        .map(Topic::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
  }

  void keep(UserId user, Wish wish) {
    jdbc.sql(
            """
            INSERT INTO notification_choice (user_id, topics, language) VALUES (:user, :topics, :language)
            ON CONFLICT (user_id) DO UPDATE SET topics = :topics, language = :language
            """)
        .param("user", user.value())
        .param("topics", wish.topics().stream().map(Enum::name).collect(Collectors.joining(",")))
        .param("language", wish.language().name())
        .update();
  }

  record Event(String id, Topic topic, String runId, String taskId, int attempt) {}

  /** Joins the transaction of what happened. */
  String add(Topic topic, String runId, String taskId, int attempt) {
    String id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO notification_event (id, topic, run_id, task_id, attempt, at)
            VALUES (:id, :topic, :run, :task, :attempt, :now)
            """)
        .param("id", id)
        .param("topic", topic.name())
        .param("run", runId)
        .param("task", taskId)
        .param("attempt", attempt)
        .param("now", now())
        .update();
    return id;
  }

  Optional<Event> event(String id) {
    return jdbc.sql("SELECT * FROM notification_event WHERE id = :id")
        .param("id", id)
        .query(MailRows::event)
        .optional();
  }

  private static Event event(ResultSet row, int n) throws SQLException {
    return new Event(
        row.getString("id"),
        Topic.valueOf(row.getString("topic")),
        row.getString("run_id"),
        row.getString("task_id"),
        row.getInt("attempt"));
  }

  void spread(String event) {
    jdbc.sql("UPDATE notification_event SET done_at = :now WHERE id = :id AND done_at IS NULL")
        .param("now", now())
        .param("id", event)
        .update();
  }

  /** One mail a person and event, however often it is asked for. */
  void addMail(String event, UserId user) {
    jdbc.sql(
            """
            INSERT INTO notification_mail (id, event_id, user_id, state, created_at)
            VALUES (:id, :event, :user, 'WAITING', :now) ON CONFLICT DO NOTHING
            """)
        .param("id", Ids.next())
        .param("event", event)
        .param("user", user.value())
        .param("now", now())
        .update();
  }

  List<String> mailsOf(String event) {
    return jdbc.sql(
            "SELECT id FROM notification_mail WHERE event_id = :event AND state = 'WAITING'")
        .param("event", event)
        .query((row, n) -> row.getString(1))
        .list();
  }

  List<String> openEvents() {
    return jdbc.sql("SELECT id FROM notification_event WHERE done_at IS NULL ORDER BY id LIMIT 500")
        .query((row, n) -> row.getString(1))
        .list();
  }

  List<String> openMails() {
    return jdbc.sql(
            """
            SELECT id FROM notification_mail WHERE state IN ('WAITING', 'SENDING')
            ORDER BY id LIMIT 500
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  record Mail(String id, String eventId, UserId user, String state, int attempts) {}

  Optional<Mail> mail(String id) {
    return jdbc.sql("SELECT * FROM notification_mail WHERE id = :id")
        .param("id", id)
        .query((row, n) ->
            new Mail(
                row.getString("id"),
                row.getString("event_id"),
                new UserId(row.getString("user_id")),
                row.getString("state"),
                row.getInt("attempts")))
        .optional();
  }

  /**
   * @return false when somebody else began to send it: then it must not be sent
   */
  boolean sending(String id) {
    return jdbc.sql(
                """
                UPDATE notification_mail SET state = 'SENDING', attempts = attempts + 1
                WHERE id = :id AND state = 'WAITING'
                """)
            .param("id", id)
            .update()
        == 1;
  }

  /** The server did not take it, so it may be sent again. */
  void again(String id, String note) {
    jdbc.sql(
            """
            UPDATE notification_mail SET state = 'WAITING', note = :note
            WHERE id = :id AND state = 'SENDING'
            """)
        .param("note", note)
        .param("id", id)
        .update();
  }

  void end(String id, String state, String note) {
    jdbc.sql(
            """
            UPDATE notification_mail SET state = :state, note = :note, ended_at = :now
            WHERE id = :id AND state IN ('WAITING', 'SENDING')
            """)
        .param("state", state)
        .param("note", note)
        .param("now", now())
        .param("id", id)
        .update();
  }
}
