package io.tyto.server.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells people and scripts where the server listens, which only it knows when the port was 0. */
@Component
class ReadyLine {
  private final Environment environment;

  ReadyLine(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    String address = environment.getProperty("server.address", "127.0.0.1");
    boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
    String host = everywhere ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
    // Not through the log, whose format is the operator's.
    System.out.println(
        "Tyto ready at http://" + host + ":" + environment.getProperty("local.server.port"));
    System.out.flush();
  }
}
