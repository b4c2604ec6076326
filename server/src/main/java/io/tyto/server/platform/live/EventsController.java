package io.tyto.server.platform.live;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of live changes. */
@RestController
class EventsController {
  /** Then the browser connects again, which checks its session again. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int MOST_RESUMED = 5_000;

  private final LiveRows rows;
  private final LiveStreams streams;
  private final Access access;

  EventsController(LiveRows rows, LiveStreams streams, Access access) {
    this.rows = rows;
    this.streams = streams;
    this.access = access;
  }

  /** Server-sent events: id is a sequence, data {@code {project, topic, id}} a hint to re-read. */
  @GetMapping(value = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Needs(Permission.SIGNED_IN)
  SseEmitter streamEvents(
      @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    UserId user = access.caller().id();
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    long seen = lastEventId == null ? rows.newest() : number(lastEventId);
    LiveStream stream = new LiveStream(emitter, new LiveReader(access, user), seen);
    emitter.onCompletion(stream::close);
    emitter.onTimeout(stream::close);
    streams.add(stream);
    Thread.ofVirtual().name("live-stream").start(() -> run(stream, emitter, seen));
    return emitter;
  }

  private void run(LiveStream stream, SseEmitter emitter, long seen) {
    try {
      resume(stream, seen);
      stream.send();
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      emitter.complete();
    } finally {
      streams.remove(stream);
    }
  }

  private void resume(LiveStream stream, long seen) throws IOException {
    List<LiveRows.Hint> missed = rows.after(seen, MOST_RESUMED + 1);
    if (missed.size() > MOST_RESUMED || !rows.reachesBackTo(seen)) {
      stream.tellToReadEverything();
    } else {
      missed.forEach(stream::offer);
    }
  }

  private static long number(String lastEventId) {
    try {
      return Long.parseLong(lastEventId);
    } catch (NumberFormatException notOurs) {
      throw Refusal.at(
          "Last-Event-ID", GeneralRefusal.INVALID, "Last-Event-ID must be an id of an event.");
    }
  }
}
