package io.tyto.server.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator set, read once at start; {@code application.yml} maps the environment
 * variables.
 *
 * @param data folder of everything Tyto keeps in files
 * @param databaseUrl JDBC URL; empty for the embedded database
 * @param masterKeyFile null for {@code master.key} in {@link #data}
 * @param adminPassword empty for a random one
 * @param publicUrl null until the port is known: {@link #https()} is false then
 * @param networkAllow hosts and CIDRs that may be reached beside public addresses
 */
@ConfigurationProperties("tyto")
public record TytoSettings(
    Path data,
    @DefaultValue("") String databaseUrl,
    @DefaultValue("") String databaseUser,
    @DefaultValue("") String databasePassword,
    @Nullable Path masterKeyFile,
    @DefaultValue("") String adminPassword,
    @Nullable URI publicUrl,
    @DefaultValue List<String> networkAllow,
    @DefaultValue("false") boolean networkAllowLoopback) {

  public TytoSettings {
    data = data.toAbsolutePath().normalize();
    networkAllow = networkAllow.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
    masterKeyFile =
        masterKeyFile == null || masterKeyFile.toString().isEmpty() ? null : masterKeyFile;
    publicUrl = publicUrl == null || publicUrl.toString().isEmpty() ? null : publicUrl;
  }

  /** Whether the database is the one that Tyto starts itself in {@link #data}. */
  public boolean embeddedDatabase() {
    return databaseUrl.isBlank();
  }

  /** Whether people reach Tyto over https. */
  public boolean https() {
    return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "TytoSettings[data=%s, embeddedDatabase=%s, publicUrl=%s]"
        .formatted(data, embeddedDatabase(), publicUrl);
  }
}
