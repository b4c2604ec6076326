package io.tyto.server.platform.trail;

import io.tyto.server.audit.AuditLog;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Reading and proving the audit trail. */
@RestController
class AuditController {
  private final AuditLog log;

  AuditController(AuditLog log) {
    this.log = log;
  }

  @GetMapping("/api/v1/audit")
  @Needs(Permission.AUDIT_READ)
  Page<AuditLog.Entry> listAudit(
      PageQuery page,
      @RequestParam(required = false) @Nullable String project,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    return log.find(new AuditLog.Filter(project, actor, action, subject, from, to), page);
  }

  @GetMapping("/api/v1/projects/{key}/audit")
  @Needs(Permission.PROJECT_READ)
  Page<AuditLog.Entry> listProjectAudit(
      @PathVariable String key,
      PageQuery page,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    return log.find(new AuditLog.Filter(key, actor, action, subject, from, to), page);
  }

  /** All sealed entries, oldest first, as one JSON text a line; provable without this server. */
  @GetMapping(value = "/api/v1/audit/export", produces = "application/x-ndjson")
  @Needs(Permission.AUDIT_READ)
  ResponseEntity<StreamingResponseBody> exportAudit() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tyto-audit.ndjson\"")
        .body(out -> log.export(AuditLog.Filter.ALL, line -> write(out, line)));
  }

  @PostMapping("/api/v1/audit/verify")
  @Needs(Permission.AUDIT_READ)
  AuditLog.Verification verifyAudit() {
    return log.verify();
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
