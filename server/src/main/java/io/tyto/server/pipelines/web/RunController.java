package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.EvidencePack;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunSummary;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.trace.HistoryStore;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs: looking, aborting, evidence. */
@RestController
@RequestMapping("/api/v1/runs")
class RunController {
  private final Runs runs;
  private final EvidencePack evidence;
  private final HistoryStore history;
  private final Access access;

  RunController(Runs runs, EvidencePack evidence, HistoryStore history, Access access) {
    this.runs = runs;
    this.evidence = evidence;
    this.history = history;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.SIGNED_IN)
  Page<RunSummary> listRuns(
      @RequestParam(required = false) @Nullable String project,
      @RequestParam(required = false) @Nullable String workItem,
      @RequestParam(required = false) @Nullable String state,
      PageQuery page) {
    return runs.list(new Runs.RunQuery(project, workItem, state), page, access.caller());
  }

  @GetMapping("/{id}")
  @Needs(value = Permission.PROJECT_READ, of = "run")
  RunView getRun(@PathVariable String id) {
    return runs.get(id, access.caller());
  }

  /** Every move of its tasks from one state to another, in the order it happened. */
  @GetMapping("/{id}/history")
  @Needs(value = Permission.PROJECT_READ, of = "run")
  Page<HistoryStore.Change> getRunHistory(@PathVariable String id) {
    return new Page<>(history.ofRun(id), null, null);
  }

  @PostMapping("/{id}/abort")
  @Needs(value = Permission.RUNS_CONTROL, of = "run")
  RunView abortRun(
      @PathVariable String id, @RequestBody(required = false) @Nullable AbortOrder body) {
    String reason = body == null || body.reason() == null ? "" : body.reason();
    return runs.abort(id, reason, access.caller());
  }

  /**
   * @param reason required
   */
  record AbortOrder(@Nullable String reason) {}

  @GetMapping("/{id}/documents/{documentId}")
  @Needs(value = Permission.PROJECT_READ, of = "run")
  ResponseEntity<byte[]> getRunDocument(@PathVariable String id, @PathVariable String documentId) {
    Runs.Document document = runs.document(id, documentId);
    return file(document.text().getBytes(StandardCharsets.UTF_8), "text/plain", document.name());
  }

  @GetMapping("/{id}/evidence")
  @Needs(value = Permission.PROJECT_READ, of = "run")
  ResponseEntity<byte[]> getRunEvidence(@PathVariable String id) {
    return file(evidence.zip(id), "application/zip", "run-" + id + ".zip");
  }

  @GetMapping("/{id}/report")
  @Needs(value = Permission.PROJECT_READ, of = "run")
  ResponseEntity<byte[]> getRunReport(@PathVariable String id) {
    return file(evidence.report(id), "application/pdf", "run-" + id + ".pdf");
  }

  /** Texts of other systems are never shown as anything but plain text, and never in place. */
  private static ResponseEntity<byte[]> file(byte[] body, String mediaType, String name) {
    ContentDisposition disposition =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(body);
  }

  @PostMapping("/{id}/tasks/{taskId}/approve")
  @Needs(value = Permission.TASKS_DECIDE, of = "run")
  RunView approveTask(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody(required = false) @Nullable ActionOrder body) {
    return act(id, taskId, RunAction.APPROVE, body);
  }

  @PostMapping("/{id}/tasks/{taskId}/reject")
  @Needs(value = Permission.TASKS_DECIDE, of = "run")
  RunView rejectTask(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody(required = false) @Nullable ActionOrder body) {
    return act(id, taskId, RunAction.REJECT, body);
  }

  @PostMapping("/{id}/tasks/{taskId}/complete")
  @Needs(value = Permission.TASKS_DECIDE, of = "run")
  RunView completeTask(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody(required = false) @Nullable ActionOrder body) {
    return act(id, taskId, RunAction.COMPLETE, body);
  }

  @PostMapping("/{id}/tasks/{taskId}/retry")
  @Needs(value = Permission.RUNS_CONTROL, of = "run")
  RunView retryTask(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody(required = false) @Nullable ActionOrder body) {
    return act(id, taskId, RunAction.RETRY, body);
  }

  @PostMapping("/{id}/tasks/{taskId}/skip")
  @Needs(value = Permission.RUNS_CONTROL, of = "run")
  RunView skipTask(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody(required = false) @Nullable ActionOrder body) {
    return act(id, taskId, RunAction.SKIP, body);
  }

  @PostMapping("/{id}/tasks/{taskId}/mark-done")
  @Needs(value = Permission.RUNS_CONTROL, of = "run")
  RunView markTaskDone(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody(required = false) @Nullable ActionOrder body) {
    return act(id, taskId, RunAction.MARK_DONE, body);
  }

  @PostMapping("/{id}/tasks/{taskId}/roll-back")
  @Needs(value = Permission.RUNS_CONTROL, of = "run")
  RunView rollTaskBack(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody(required = false) @Nullable ActionOrder body) {
    return act(id, taskId, RunAction.ROLL_BACK, body);
  }

  private RunView act(String id, String taskId, RunAction action, @Nullable ActionOrder body) {
    return runs.act(id, taskId, action, body == null ? ActionOrder.NONE : body, access.caller());
  }
}
