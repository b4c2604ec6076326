package io.tyto.server.credentials.internal;

import io.tyto.server.kernel.StartRefused;
import io.tyto.server.kernel.TytoSettings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the master key before anything else of credentials starts. */
@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

  /** A key is only made beside the embedded database: a database of one's own brings its key. */
  @Bean
  MasterKey masterKey(TytoSettings settings) {
    Path given = settings.masterKeyFile();
    if (given != null) {
      return MasterKey.read(given);
    }
    if (!settings.embeddedDatabase()) {
      throw new StartRefused(
          "TYTO_DATABASE_URL is set, so TYTO_MASTER_KEY_FILE must name the master key file");
    }
    return MasterKey.readOrMake(settings.data().resolve("master.key"));
  }

  @Bean
  Envelope envelope(MasterKey master) {
    return new Envelope(master);
  }
}
