package io.tyto.server.credentials.internal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the master key before anything else of credentials starts. */
@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

  /** A key is only made beside the embedded database: a database of one's own brings its key. */
  @Bean
  MasterKey masterKey(
      @Value("${tyto.master-key-file:}") String file,
      @Value("${tyto.database-url:}") String databaseUrl,
      @Value("${tyto.data:./data}") Path data) {
    if (!file.isBlank()) {
      return MasterKey.read(Path.of(file));
    }
    if (!databaseUrl.isBlank()) {
      throw new MasterKey.UnusableMasterKey(
          "TYTO_DATABASE_URL is set, so TYTO_MASTER_KEY_FILE must name the master key file");
    }
    return MasterKey.readOrMake(data.resolve("master.key"));
  }

  @Bean
  Envelope envelope(MasterKey master) {
    return new Envelope(master);
  }
}
