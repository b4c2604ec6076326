package io.tyto.server.platform.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The open streams of this node. */
@Component
class LiveStreams {
  private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

  void add(LiveStream stream) {
    open.add(stream);
  }

  void remove(LiveStream stream) {
    open.remove(stream);
  }

  void offer(LiveRows.Hint hint) {
    open.forEach(stream -> stream.offer(hint));
  }

  void closeAll() {
    open.forEach(LiveStream::close);
  }
}
