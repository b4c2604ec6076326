package io.tyto.server.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.connector.kit.net.NetworkPolicy;
import io.tyto.server.kernel.StartRefused;
import io.tyto.server.notifications.internal.MailSettings.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether a mail may be sent again is told by where the talk with the server ended. */
class SmtpTest {
  private static final Letter LETTER = new Letter("Subject", "Text\n");

  /** Answers a word with what a test wants; what is empty ends the connection. */
  private static final class Talk implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers;
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    Talk(Map<String, String> answers) throws IOException {
      this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      this.answers = answers;
      Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
      try (Socket one = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8))) {
        say(one, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          heard.add(line);
          String answer = answer(line);
          if (answer == null) {
            continue;
          }
          if (answer.isEmpty()) {
            return;
          }
          say(one, answer);
        }
      } catch (IOException gone) {
        heard.add("gone");
      }
    }

    private String answer(String line) {
      String word = line.split("[ :]", 2)[0];
      return switch (word) {
        case "EHLO" -> answers.getOrDefault(word, "250 ok");
        case "MAIL", "RCPT", "RSET", ".", "QUIT" -> answers.getOrDefault(word, "250 ok");
        case "DATA" -> answers.getOrDefault(word, "354 go on");
        default -> null;
      };
    }

    private static void say(Socket to, String line) throws IOException {
      to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      to.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static Smtp.Outcome sent(Map<String, String> answers, Tls tls, String to)
      throws IOException {
    try (Talk talk = new Talk(answers)) {
      return smtp(talk.socket.getLocalPort(), tls).send("id", to, LETTER);
    }
  }

  private static Smtp smtp(int port, Tls tls) {
    return new Smtp(
        new MailSettings("127.0.0.1", port, "", "", "Tyto <tyto@example.com>", tls),
        new NetworkPolicy(List.of(), true, Set::of),
        Clock.systemUTC());
  }

  private static Smtp.Outcome inTheClear(Map<String, String> answers) throws IOException {
    return sent(answers, Tls.NONE, "ada@example.com");
  }

  @Test
  void isSentWhenTheServerTookItHoweverItHangsUp() throws IOException {
    assertThat(inTheClear(Map.of())).isInstanceOf(Smtp.Outcome.Sent.class);
    assertThat(inTheClear(Map.of("QUIT", ""))).isInstanceOf(Smtp.Outcome.Sent.class);
  }

  @Test
  void mayGoAgainWhenTheServerSaysNotNow() throws IOException {
    for (String word : List.of("MAIL", "RCPT", "DATA", ".")) {
      assertThat(inTheClear(Map.of(word, "451 busy")))
          .as(word)
          .isInstanceOf(Smtp.Outcome.NotNow.class);
    }
  }

  @Test
  void neverGoesAgainWhenTheServerSaysNever() throws IOException {
    for (String word : List.of("MAIL", "RCPT", "DATA", ".")) {
      assertThat(inTheClear(Map.of(word, "550 no")))
          .as(word)
          .isInstanceOf(Smtp.Outcome.Never.class);
    }
  }

  @Test
  void isUnsureWhenTheConnectionBreaksAfterTheText() throws IOException {
    assertThat(inTheClear(Map.of(".", ""))).isInstanceOf(Smtp.Outcome.Unsure.class);
  }

  @Test
  void saysNothingInTheClearWhenTlsIsDemanded() throws IOException {
    try (Talk talk = new Talk(Map.of())) {
      assertThat(
              smtp(talk.socket.getLocalPort(), Tls.STARTTLS).send("id", "ada@example.com", LETTER))
          .isInstanceOf(Smtp.Outcome.NotNow.class);
      assertThat(talk.heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
    }
  }

  @Test
  void mayGoAgainWhenNobodyAnswers() throws IOException {
    int closed;
    try (ServerSocket any = new ServerSocket(0)) {
      closed = any.getLocalPort();
    }
    assertThat(smtp(closed, Tls.NONE).send("id", "ada@example.com", LETTER))
        .isInstanceOf(Smtp.Outcome.NotNow.class);
  }

  @Test
  void goesOnlyWhereThisServerMayGo() {
    Smtp closed =
        new Smtp(
            new MailSettings("127.0.0.1", 25, "", "", "tyto@example.com", Tls.IMPLICIT),
            new NetworkPolicy(List.of(), false, Set::of),
            Clock.systemUTC());
    assertThat(closed.send("id", "ada@example.com", LETTER))
        .isInstanceOfSatisfying(
            Smtp.Outcome.NotNow.class, no -> assertThat(no.why()).contains("TYTO_NETWORK_ALLOW"));
  }

  @Test
  void writesToOneAddressAndAddsNoHeader() throws IOException {
    for (String to :
        List.of(
            "ada@example.com\r\nBcc: all@evil.example",
            "ada@example.com, all@evil.example",
            "ada@example.com\nSubject: x")) {
      assertThat(sent(Map.of(), Tls.NONE, to)).as(to).isInstanceOf(Smtp.Outcome.Never.class);
    }
  }

  @Test
  void startsWithAHostOnlyWhenItIsOneAndSomebodySends() {
    for (String from : List.of("", "tyto", "a@b\r\nBcc: c@d", "Tyto <tyto@")) {
      assertThatThrownBy(
              () -> new MailSettings("smtp.example.com", 587, "", "", from, Tls.STARTTLS))
          .as(from)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("TYTO_MAIL_FROM");
    }
    assertThatThrownBy(
            () -> new MailSettings("not a host", 587, "", "", "a@example.com", Tls.STARTTLS))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("TYTO_MAIL_HOST");
  }

  @Test
  void neverShowsThePassword() {
    assertThat(new MailSettings("h", 1, "u", "hidden-word", "a@example.com", Tls.NONE).toString())
        .doesNotContain("hidden-word");
  }
}
