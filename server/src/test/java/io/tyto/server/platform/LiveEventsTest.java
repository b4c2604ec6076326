package io.tyto.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@TytoTest
class LiveEventsTest {
  private final Tyto tyto;

  LiveEventsTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void streamsWhatTheCallerMayReadAndNothingElse() throws Exception {
    TestProject mine = tyto.project();
    TestProject other = tyto.project();
    try (Stream stream = Stream.open(mine.admin(), null)) {
      other.admin().api().patch(other.path(""), 1, Map.of("name", "N" + other.key())).expect(200);
      mine.admin().api().patch(mine.path(""), 1, Map.of("name", "N" + mine.key())).expect(200);
      String text =
          Tyto.eventually(
              stream::text, seen -> seen.contains("\"project\":\"" + mine.key() + "\""));
      assertThat(text).contains("\"topic\":\"projects\"").doesNotContain(other.key());
    }
  }

  @Test
  void resumesAfterTheLastEventSeen() throws Exception {
    TestProject project = tyto.project();
    String last;
    try (Stream stream = Stream.open(project.admin(), null)) {
      last =
          Tyto.eventually(stream::text, seen -> seen.contains("id:"))
              .lines()
              .filter(line -> line.startsWith("id:"))
              .reduce((a, b) -> b)
              .orElseThrow()
              .substring(3)
              .strip();
    }
    Person viewer = project.member("viewer");
    try (Stream stream = Stream.open(project.admin(), last)) {
      Tyto.eventually(stream::text, seen -> seen.contains(viewer.id()));
    }
  }

  @Test
  void refusesAnonymousReaders() {
    tyto.anonymous().get("/events").refused(401, "unauthenticated");
  }

  @Test
  void endsWhenTheUserIsLocked() throws Exception {
    TestProject project = tyto.project();
    Person viewer = project.member("viewer");
    try (Stream stream = Stream.open(viewer, null)) {
      Tyto.eventually(stream::text, seen -> seen.contains("hello"));
      tyto.admin().post("/users/" + viewer.id() + "/lock", null).expect(200);
      Tyto.eventually(
          () -> {
            project.member("viewer");
            return stream.ended();
          },
          ended -> ended);
    }
  }

  private static final class Stream implements AutoCloseable {
    private final InputStream in;
    private final ConcurrentLinkedQueue<String> chunks = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private Stream(InputStream in) {
      this.in = in;
      Thread.ofVirtual().start(this::read);
    }

    static Stream open(Person person, String lastEventId) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(person.api().uri("/events"));
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      HttpResponse<InputStream> answer =
          person.api().http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      return new Stream(answer.body());
    }

    String text() {
      return chunks.stream().collect(Collectors.joining());
    }

    boolean ended() {
      return ended;
    }

    private void read() {
      byte[] buffer = new byte[4096];
      try {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          chunks.add(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
      } catch (IOException closed) {
        chunks.add("");
      }
      ended = true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
