package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Notifications by mail, received by a real SMTP server that asks for a sign-in. */
@TytoTest
@TestPropertySource(
    properties = {
      "tyto.mail.host=127.0.0.1",
      "tyto.mail.tls=none",
      "tyto.mail.user=tyto",
      "tyto.mail.password=the mail password",
      "tyto.mail.from=Tyto <tyto@example.com>",
      "tyto.public-url=http://tyto.example.com:8080"
    })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailScenariosTest {
  private static final int PORT = freePort();
  private static final Duration SOON = Duration.ofSeconds(90);

  private final Tyto tyto;
  private final JdbcClient jdbc;

  /** Knows the user from each start on; its mails are gone with each end. */
  private final GreenMail server =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(
              GreenMailConfiguration.aConfig().withUser("tyto", "the mail password"));

  private Rollout rollout;

  MailScenariosTest(Tyto tyto, JdbcClient jdbc) {
    this.tyto = tyto;
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry registry) {
    registry.add("tyto.mail.port", () -> PORT);
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @BeforeAll
  void setsUp() {
    server.start();
    rollout = Rollout.start(tyto, Rollout.SILENT);
    rollout.promoteThrough(Pipelines.CPI);
    List.of(rollout.developer(), rollout.manager(), rollout.other()).forEach(this::giveAddress);
    choose(rollout.other(), List.of(), "EN");
  }

  @AfterAll
  void stops() {
    server.stop();
  }

  private void giveAddress(Person person) {
    int version = tyto.admin().get("/users/" + person.id()).expect(200).version();
    tyto.admin()
        .patch("/users/" + person.id(), version, Map.of("email", address(person)))
        .expect(200);
  }

  private static String address(Person person) {
    return person.name() + "@example.com";
  }

  private static void choose(Person person, List<String> topics, String language) {
    person
        .api()
        .put("/notification-settings", Map.of("topics", topics, "language", language))
        .expect(200);
  }

  /** Mails about that item to that person so far. */
  private List<MimeMessage> mails(Person person, Item item) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> header(mail, "To").contains(address(person)))
        .filter(mail -> header(mail, "Subject").startsWith("[" + item.id() + "]"))
        .toList();
  }

  private MimeMessage mail(Person person, Item item) {
    return Patience.until(
            "a mail to " + person.name(),
            SOON,
            () -> mails(person, item),
            found -> !found.isEmpty())
        .getFirst();
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return name.equals("Subject") ? mail.getSubject() : mail.getHeader(name, ",");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return Objects.toString(mail.getContent()).replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Journey asksForApproval(Item item) {
    item.attachFlow(rollout.iFlow());
    Journey run = item.start();
    run.reaches("approve", "QA", "WAITING");
    return run;
  }

  @Test
  void tellsThoseWhoMayApproveOnceWithALink() {
    Item item = rollout.story("Mailed");
    Journey run = asksForApproval(item);
    MimeMessage mail = mail(rollout.manager(), item);
    assertThat(header(mail, "Subject")).contains("Your approval is asked for");
    assertThat(header(mail, "From")).isEqualTo("Tyto <tyto@example.com>");
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(text(mail))
        .contains("Mailed", "Stage:      QA", "http://tyto.example.com:8080/projects/")
        .contains("/my-tasks?task=", "http://tyto.example.com:8080/account/notifications")
        .doesNotContain("the mail password");
    run.approve(rollout.manager(), "QA");
    run.rests("WAITING");
    assertThat(mails(rollout.manager(), item)).hasSize(1);
    assertThat(mails(rollout.developer(), item)).as("who promoted may not approve").isEmpty();
    assertThat(mails(rollout.other(), item)).as("chose no mails").isEmpty();
  }

  @Test
  void tellsWhoPromotedThatTheRunStoppedInTheirLanguage() {
    choose(rollout.developer(), List.of("RUN_FAILED"), "DE");
    Item item = rollout.story("Rejected by mail");
    Journey run = asksForApproval(item);
    run.act(rollout.manager(), "approve", "QA", "reject", Map.of("reason", "Key 4711 leaked."))
        .expect(200);
    MimeMessage mail = mail(rollout.developer(), item);
    assertThat(header(mail, "Subject")).contains("Angehalten");
    assertThat(text(mail))
        .contains("Guten Tag", "/pipeline-activity/" + run.run())
        .as("what people and systems said stays on the page")
        .doesNotContain("4711");
  }

  @Test
  void triesAgainUntilTheServerIsBackAndSendsOnce() {
    server.stop();
    Item item = rollout.story("Later");
    asksForApproval(item);
    Patience.until("an attempt to fail", SOON, () -> notes(item), notes -> !notes.isEmpty());
    server.start();
    mail(rollout.manager(), item);
    assertThat(states(item)).containsExactly("SENT");
    assertThat(mails(rollout.manager(), item)).hasSize(1);
  }

  @Test
  void neverSendsWhatADeadServerMayHaveSent() {
    Item item = rollout.story("Unsure");
    asksForApproval(item);
    mail(rollout.manager(), item);
    Patience.until("it to be known", SOON, () -> states(item), List.of("SENT")::equals);
    jdbc.sql("UPDATE notification_mail SET state = 'SENDING' WHERE " + OF_ITEM)
        .param("item", item.id())
        .update();
    Patience.until("the sweep", SOON, () -> states(item), List.of("UNSURE")::equals);
    assertThat(mails(rollout.manager(), item)).hasSize(1);
  }

  private static final String OF_ITEM =
      """
      event_id IN (SELECT e.id FROM notification_event e JOIN run r ON r.id = e.run_id
        WHERE r.work_item = :item)
      """;

  private List<String> states(Item item) {
    return column("state", item);
  }

  private List<String> notes(Item item) {
    return column("note", item).stream().filter(note -> !note.isEmpty()).toList();
  }

  private List<String> column(String name, Item item) {
    return jdbc.sql("SELECT " + name + " FROM notification_mail WHERE " + OF_ITEM)
        .param("item", item.id())
        .query(String.class)
        .list();
  }

  @Test
  void showsTheDefaultsToWhoChoseNothing() {
    String shown = tyto.person().api().get("/notification-settings").expect(200).text();
    assertThat(shown).contains("\"available\":true", "APPROVAL", "RUN_FAILED", "\"EN\"");
    assertThat(shown).doesNotContain("MANUAL", "NOTICE");
  }
}
