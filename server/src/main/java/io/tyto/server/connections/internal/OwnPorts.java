package io.tyto.server.connections.internal;

import io.tyto.connector.kit.net.NetworkPolicy.OwnPort;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ports of the server itself and of its database; no connector may call them. */
@Component
class OwnPorts {
  private static final Pattern PLACE = Pattern.compile("^jdbc:postgresql://([^/?]*)");
  private static final int POSTGRES = 5432;

  private final DataSource database;
  private final Set<OwnPort> web = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Set<OwnPort> databasePorts;

  OwnPorts(DataSource database) {
    this.database = database;
  }

  @EventListener
  void started(WebServerInitializedEvent server) {
    web.add(new OwnPort("localhost", server.getWebServer().getPort()));
  }

  Set<OwnPort> all() {
    Set<OwnPort> all = new HashSet<>(web);
    all.addAll(ofDatabase());
    return all;
  }

  private Set<OwnPort> ofDatabase() {
    Set<OwnPort> known = databasePorts;
    if (known == null) {
      known = parsed(url());
      databasePorts = known;
    }
    return known;
  }

  private String url() {
    try (Connection connection = database.getConnection()) {
      return String.valueOf(connection.getMetaData().getURL());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database's address is not known, so nothing is called", e);
    }
  }

  /** {@code jdbc:postgresql://host:port,host2/name}, {@code jdbc:postgresql:name} for localhost. */
  static Set<OwnPort> parsed(String url) {
    Matcher place = PLACE.matcher(url);
    if (!place.find()) {
      return Set.of(new OwnPort("localhost", POSTGRES));
    }
    Set<OwnPort> ports = new HashSet<>();
    for (String part : place.group(1).split(",")) {
      int colon = part.endsWith("]") ? -1 : part.lastIndexOf(':');
      String host = colon < 0 ? part : part.substring(0, colon);
      int port = colon < 0 ? POSTGRES : Integer.parseInt(part.substring(colon + 1));
      ports.add(new OwnPort(host.isEmpty() ? "localhost" : host, port));
    }
    return ports;
  }
}
