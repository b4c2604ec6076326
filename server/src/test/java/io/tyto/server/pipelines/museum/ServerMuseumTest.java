package io.tyto.server.pipelines.museum;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tyto.server.alm.AlmLink;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Planted;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.core.Switches;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.Truth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those that need a whole server. */
@TytoTest
@ExtendWith(OutputCaptureExtension.class)
class ServerMuseumTest {
  private static final int PAGE = 20;

  private final Tyto tyto;
  private final JdbcClient jdbc;

  ServerMuseumTest(Tyto tyto, JdbcClient jdbc) {
    this.tyto = tyto;
    this.jdbc = jdbc;
  }

  private Switches alm() {
    return tyto.simulator().desk("alm").switches();
  }

  @AfterEach
  void calm() {
    alm().set("task-page-cap", "0");
    alm().set("task-order", "created");
  }

  /** 15: who pages by number loses a row when one before it goes. */
  @Test
  void losesNoRowWhenOneOnAnEarlierPageGoes() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 2, 3 * PAGE));
    List<Task> stories = truth(link);
    atTheSecondPage(link, () -> link.edits().deleteTask(stories.get(1).id()));
    readOnceEach(link);
  }

  /** 15: and reads a row twice when one comes before it. */
  @Test
  void doublesNoRowWhenOneComesOnAnEarlierPage() {
    alm().set("task-order", "newest");
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 2, 3 * PAGE));
    atTheSecondPage(link, () -> link.story("Came in between"));
    readOnceEach(link);
  }

  private List<Task> truth(AlmLink link) {
    return Truth.of(tyto.simulator().alm().world(), link.external.id()).stories();
  }

  private void atTheSecondPage(AlmLink link, Runnable edit) {
    alm().set("task-page-cap", String.valueOf(PAGE));
    AtomicInteger pages = new AtomicInteger();
    String calls = "/tasks?";
    String project = link.external.id().toString();
    tyto.simulator()
        .desk("alm")
        .requests()
        .whenArrived(entry -> {
          if (entry.path().contains(calls)
              && entry.path().contains(project)
              && pages.incrementAndGet() == 2) {
            edit.run();
          }
        });
    Answer sync = link.sync();
    assertThat(sync.get("state")).as(sync.text()).isEqualTo("COMPLETED");
    assertThat(pages.get()).isGreaterThan(2);
  }

  private void readOnceEach(AlmLink link) {
    List<String> read =
        link.items().stream().map(item -> item.path("externalUuid").asString()).toList();
    assertThat(read).doesNotHaveDuplicates();
    assertThat(read).containsAll(truth(link).stream().map(task -> task.id().toString()).toList());
    Answer calm = link.sync();
    assertThat(calm.get("state")).as(calm.text()).isEqualTo("COMPLETED");
    assertThat(link.hash()).isEqualTo(link.truth());
  }

  /** 20: a target sent a secret back as base64, and the masking of logs knew it in plain only. */
  @Test
  void showsInNoFormWhatATargetEchoes(CapturedOutput output) throws IOException {
    String secret = "Pl4nt&d/" + UUID.randomUUID();
    String user = "MUSEUM";
    AtomicReference<String> sent = new AtomicReference<>("");
    HttpServer echo =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    echo.createContext(
        "/",
        call -> {
          String header = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
          sent.set(header);
          byte[] body = said(header, secret).getBytes(StandardCharsets.UTF_8);
          call.getResponseHeaders().add("Content-Type", "text/plain");
          call.getResponseHeaders().add("X-Echo", header);
          call.sendResponseHeaders(500, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    echo.start();
    try {
      StringBuilder answers = new StringBuilder();
      String environment =
          environment("http://127.0.0.1:" + echo.getAddress().getPort(), user, secret);
      answers.append(tyto.admin().post("/environments/" + environment + "/check", null).text());
      answers.append(tyto.admin().get("/environments/" + environment).text());
      assertThat(sent.get()).as("it has what it echoes").startsWith("Basic ");
      String dump = Planted.dump(jdbc);
      String pair =
          Base64.getEncoder()
              .encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
      for (String form : Planted.forms(secret)) {
        shownNowhere(form, answers.toString(), dump, output.getAll());
      }
      shownNowhere(pair, answers.toString(), dump, output.getAll());
    } finally {
      echo.stop(0);
    }
  }

  private static String said(String header, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return String.join(
        " or ",
        header,
        secret,
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().encodeToString(bytes),
        HexFormat.of().formatHex(bytes),
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        secret.replace("/", "\\/"));
  }

  private static void shownNowhere(String form, String answers, String dump, String log) {
    assertThat(answers.contains(form)).as("answers hold %s", form).isFalse();
    assertThat(dump.contains(form)).as("the database holds %s", form).isFalse();
    assertThat(log.contains(form)).as("the log holds %s", form).isFalse();
  }

  private String environment(String url, String user, String secret) {
    String name = "museum-" + UUID.randomUUID();
    String credential =
        tyto.admin()
            .post(
                "/credentials",
                Map.of(
                    "name",
                    name,
                    "type",
                    "basic",
                    "scope",
                    "GLOBAL",
                    "username",
                    user,
                    "password",
                    secret))
            .expect(201)
            .id();
    return tyto.admin()
        .post(
            "/environments",
            Map.of(
                "name",
                name,
                "connector",
                "abap",
                "type",
                "DEVELOPMENT",
                "mode",
                "LIVE",
                "settings",
                Map.of("url", url, "client", "100", "systemId", "DEV", "importVia", "soap-rfc"),
                "credentialId",
                credential))
        .expect(201)
        .id();
  }
}
