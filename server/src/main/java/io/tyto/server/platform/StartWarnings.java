package io.tyto.server.platform;

import io.tyto.server.kernel.TytoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start what is weaker than it should be where people work. */
@Component
class StartWarnings {
  private static final Logger log = LoggerFactory.getLogger(StartWarnings.class);

  private final TytoSettings settings;

  StartWarnings(TytoSettings settings) {
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void warn() {
    if (!settings.https()) {
      log.warn(
          "TYTO_PUBLIC_URL is no https address: cookies are neither Secure nor __Host-, and Cloud"
              + " ALM gets no links");
    }
    if (settings.networkAllowLoopback()) {
      log.warn("TYTO_NETWORK_ALLOW_LOOPBACK lets connectors reach this machine itself: tests only");
    }
  }
}
