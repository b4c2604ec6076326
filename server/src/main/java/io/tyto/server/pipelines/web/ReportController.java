package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
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

/** The report Changes in production. */
@RestController
@RequestMapping("/api/v1/projects/{key}/production-changes")
class ProductionChangesController {
  private final ProductionChanges changes;

  ProductionChangesController(ProductionChanges changes) {
    this.changes = changes;
  }

  /** Days in UTC, both included; at most a year. */
  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<ProductionChange> productionChanges(
      @PathVariable String key, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    return new Page<>(changes.between(new ProjectKey(key), from, to), null, null);
  }

  /** The same as a file. */
  @GetMapping("/export")
  @Needs(Permission.PROJECT_READ)
  ResponseEntity<byte[]> exportProductionChanges(
      @PathVariable String key,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Format format) {
    String name = "changes-in-production-%s-%s-%s.%s".formatted(key, from, to, format);
    ProjectKey project = new ProjectKey(key);
    byte[] body =
        switch (format) {
          case xlsx -> changes.sheet(project, from, to);
          case pdf -> changes.paper(project, from, to);
        };
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
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
