package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.pipelines.report.BypassList;
import io.tyto.server.pipelines.report.Bypassed;
import io.tyto.server.pipelines.report.Period;
import io.tyto.server.pipelines.report.ProductionChange;
import io.tyto.server.pipelines.report.ProductionChanges;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came to Production in a period and what was gone around, as rows and as files. */
@RestController
@RequestMapping("/api/v1/projects/{key}")
class ReportController {
  private final ProductionChanges changes;
  private final BypassList bypasses;

  ReportController(ProductionChanges changes, BypassList bypasses) {
    this.changes = changes;
    this.bypasses = bypasses;
  }

  /** Days in UTC, both included; at most a year. */
  @GetMapping("/production-changes")
  @Needs(Permission.PROJECT_READ)
  Page<ProductionChange> productionChanges(
      @PathVariable String key, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    return new Page<>(changes.between(new ProjectKey(key), new Period(from, to)), null, null);
  }

  /** The same as a file. */
  @GetMapping("/production-changes/export")
  @Needs(Permission.PROJECT_READ)
  ResponseEntity<byte[]> exportProductionChanges(
      @PathVariable String key,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Format format) {
    Period period = new Period(from, to);
    ProjectKey project = new ProjectKey(key);
    byte[] body =
        switch (format) {
          case xlsx -> changes.sheet(project, period);
          case pdf -> changes.paper(project, period);
        };
    return file(body, "changes-in-production-%s-%s-%s".formatted(key, from, to), format);
  }

  /**
   * Whatever was gone around in runs of the project; days in UTC, both included; at most a year.
   */
  @GetMapping("/bypasses")
  @Needs(Permission.PROJECT_READ)
  Page<Bypassed> listBypasses(
      @PathVariable String key, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    return new Page<>(bypasses.between(new ProjectKey(key), new Period(from, to)), null, null);
  }

  /** The same as a file. */
  @GetMapping("/bypasses/export")
  @Needs(Permission.PROJECT_READ)
  ResponseEntity<byte[]> exportBypasses(
      @PathVariable String key,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Format format) {
    Period period = new Period(from, to);
    ProjectKey project = new ProjectKey(key);
    byte[] body =
        switch (format) {
          case xlsx -> bypasses.sheet(project, period);
          case pdf -> bypasses.paper(project, period);
        };
    return file(body, "bypasses-%s-%s-%s".formatted(key, from, to), format);
  }

  private static ResponseEntity<byte[]> file(byte[] body, String name, Format format) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "." + format, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(body);
  }

  /** As the query names it. */
  enum Format {
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    pdf("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }
  }
}
