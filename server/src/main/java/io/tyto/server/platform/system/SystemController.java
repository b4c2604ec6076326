package io.tyto.server.platform.system;

import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.TytoSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation. */
@RestController
@RequestMapping("/api/v1")
class SystemController {
  private final Version version;
  private final TytoSettings settings;
  private final JdbcClient jdbc;
  private final Nodes nodes;
  private final Jobs jobs;
  private final Clock clock;

  SystemController(
      Version version,
      TytoSettings settings,
      JdbcClient jdbc,
      Nodes nodes,
      Jobs jobs,
      Clock clock) {
    this.version = version;
    this.settings = settings;
    this.jdbc = jdbc;
    this.nodes = nodes;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Asks nothing of the database. */
  @GetMapping("/ping")
  @Needs(Permission.ANYONE)
  PingResponse ping() {
    return new PingResponse("ok", clock.instant());
  }

  @GetMapping("/system")
  @Needs(Permission.AUDIT_READ)
  SystemResponse readSystem() {
    return new SystemResponse(
        version.text(),
        System.getProperty("java.version"),
        settings.publicUrl(),
        new DatabaseResponse(
            settings.embeddedDatabase(),
            jdbc.sql("show server_version").query(String.class).single(),
            jdbc.sql("select pg_database_size(current_database())").query(Long.class).single()),
        nodes.all(),
        jobs.all());
  }

  /** That the server answers. */
  record PingResponse(String status, Instant at) {}

  /**
   * @param publicUrl null when nobody set it
   */
  record SystemResponse(
      String version,
      String java,
      @Nullable URI publicUrl,
      DatabaseResponse database,
      List<Nodes.Node> nodes,
      List<Jobs.Job> jobs) {}

  /**
   * @param embedded Tyto runs it itself
   */
  record DatabaseResponse(boolean embedded, String version, long bytes) {}
}
