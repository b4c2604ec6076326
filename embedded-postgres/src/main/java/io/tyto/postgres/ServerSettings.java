package io.tyto.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's settings, all on the command line: they follow Tyto's version, not the data's. */
final class ServerSettings {

  private ServerSettings() {}

  static List<String> arguments(Path data, int port, boolean durable) {
    Stream<String> settings = Stream.concat(common(port), durable ? durability("on") : throwaway());
    return Stream.concat(
            Stream.of("-D", data.toString()), settings.flatMap(one -> Stream.of("-c", one)))
        .toList();
  }

  private static Stream<String> common(int port) {
    return Stream.of(
        "port=" + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "password_encryption=scram-sha-256",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_line_prefix=%m [%p] ",
        // The log must not hold what users and credentials are made of.
        "log_error_verbosity=terse",
        "log_min_error_statement=panic");
  }

  private static Stream<String> durability(String value) {
    return Stream.of("fsync=" + value, "synchronous_commit=" + value, "full_page_writes=" + value);
  }

  private static Stream<String> throwaway() {
    return Stream.concat(durability("off"), Stream.of("max_connections=200", "max_wal_size=256MB"));
  }
}
