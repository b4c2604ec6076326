package io.tyto.server.platform.live;

import io.tyto.server.kernel.LiveEvent;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser's stream; slow ones are closed and resume, so that they never hold up others. */
final class LiveStream {
  private static final int MOST_WAITING = 10_000;
  private static final long HEARTBEAT_SECONDS = 15;

  private final SseEmitter emitter;
  private final Reader reader;
  private final BlockingQueue<LiveRows.Hint> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile boolean closed;
  private volatile @Nullable Thread sender;
  private long sent;

  LiveStream(SseEmitter emitter, Reader reader, long sent) {
    this.emitter = emitter;
    this.reader = reader;
    this.sent = sent;
  }

  void offer(LiveRows.Hint hint) {
    if (!waiting.offer(hint)) {
      close();
    }
  }

  /** Sends until the stream is closed, the browser gone or its reader no longer welcome. */
  void send() throws IOException {
    sender = Thread.currentThread();
    try {
      emitter.send(
          SseEmitter.event().id(String.valueOf(sent)).reconnectTime(2000).comment("hello"));
      while (!closed && reader.isWelcome()) {
        LiveRows.Hint hint = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (hint == null) {
          emitter.send(SseEmitter.event().comment("still here"));
        } else if (hint.seq() > sent) {
          sent = hint.seq();
          if (reader.maySee(hint.event())) {
            emitter.send(
                SseEmitter.event().id(String.valueOf(hint.seq())).data(Payload.of(hint.event())));
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that more happened than can be told one by one. */
  void tellToReadEverything() throws IOException {
    emitter.send(SseEmitter.event().data(new Payload(null, "*", "")));
  }

  void close() {
    closed = true;
    Thread thread = sender;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Whose stream it is. */
  interface Reader {
    boolean isWelcome();

    boolean maySee(LiveEvent event);
  }

  /**
   * What is sent.
   *
   * @param topic {@code *} with an empty id means: read everything again
   */
  record Payload(@Nullable String project, String topic, String id) {
    static Payload of(LiveEvent event) {
      return new Payload(
          event.project() == null ? null : event.project().value(), event.topic(), event.id());
    }
  }
}
