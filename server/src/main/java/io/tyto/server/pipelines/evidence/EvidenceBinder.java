package io.tyto.server.pipelines.evidence;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.audit.AuditLog;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.EvidencePack;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.task.TaskContext;
import io.tyto.server.pipelines.task.TaskContexts;
import io.tyto.server.pipelines.trace.Bypass;
import io.tyto.server.pipelines.trace.EvidenceStore;
import io.tyto.server.pipelines.trace.HistoryStore;
import io.tyto.server.pipelines.trace.Verdict;
import io.tyto.server.pipelines.trace.VerdictStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Binds everything about a run into one archive. */
@Component
class EvidenceBinder implements EvidencePack {
  private final RunStore runs;
  private final TaskContexts contexts;
  private final VerdictStore verdicts;
  private final EvidenceStore evidence;
  private final HistoryStore history;
  private final AuditLog audit;
  private final EvidenceReport report = new EvidenceReport();
  private final JsonMapper json;

  EvidenceBinder(
      RunStore runs,
      TaskContexts contexts,
      VerdictStore verdicts,
      EvidenceStore evidence,
      HistoryStore history,
      AuditLog audit,
      JsonMapper json) {
    this.runs = runs;
    this.contexts = contexts;
    this.verdicts = verdicts;
    this.evidence = evidence;
    this.history = history;
    this.audit = audit;
    this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
  }

  /** All that is known of a run. */
  record Binder(
      Run run,
      List<Deliverable> deliverables,
      List<Verdict> decisions,
      List<Bypass> bypasses,
      List<HistoryStore.Change> history,
      List<EvidenceStore.Document> documents) {}

  /**
   * {@code audit.ndjson} holds the run's entries of the audit chain as they are sealed, so that
   * they can be compared with an export of the whole chain.
   */
  @Override
  public byte[] zip(String runId) {
    Binder binder = binder(runId);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    put(entries, "run.json", binder.run().header());
    put(entries, "tasks.json", binder.run().tasks().stream().map(EvidenceBinder::shown).toList());
    put(
        entries,
        "effects.json",
        binder.run().effects().stream().map(EvidenceBinder::shown).toList());
    put(entries, "deliverables.json", binder.deliverables());
    put(entries, "decisions.json", binder.decisions());
    put(entries, "bypasses.json", binder.bypasses());
    put(entries, "history.json", binder.history());
    entries.put("audit.ndjson", auditOf(runId));
    for (EvidenceStore.Document document : binder.documents()) {
      entries.put(
          "documents/" + document.id() + "-" + safe(document.name()),
          document.body().getBytes(StandardCharsets.UTF_8));
    }
    entries.put("report.pdf", report.of(binder));
    entries.put("MANIFEST.sha256", manifest(entries));
    return zipped(entries);
  }

  @Override
  public byte[] report(String runId) {
    return report.of(binder(runId));
  }

  private byte[] auditOf(String runId) {
    StringBuilder lines = new StringBuilder();
    audit.export(
        new AuditLog.Filter(null, null, null, "run/" + runId, null, null),
        line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Binder binder(String runId) {
    Run run =
        runs.find(runId)
            .orElseThrow(
                () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no such thing here."));
    TaskContext context = contexts.of(run, run.tasks().getFirst());
    return new Binder(
        run,
        context.candidate().deliverables(),
        verdicts.ofRun(runId),
        verdicts.bypassesOf(runId),
        history.ofRun(runId),
        evidence.ofRun(runId));
  }

  private void put(Map<String, byte[]> entries, String name, Object value) {
    entries.put(name, json.writeValueAsBytes(value));
  }

  /** Without the token of an awaited message. */
  private static Map<String, Object> shown(RunTask task) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", task.id());
    shown.put("stage", task.stage());
    shown.put("name", task.name());
    shown.put("kind", task.kind());
    shown.put("state", task.state());
    shown.put("attempt", task.attempt());
    shown.put("message", task.message());
    shown.put("startedAt", String.valueOf(task.startedAt()));
    shown.put("endedAt", String.valueOf(task.endedAt()));
    return shown;
  }

  private static Map<String, Object> shown(Effect effect) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", effect.id());
    shown.put("taskId", effect.taskId());
    shown.put("kind", effect.kind());
    shown.put("environmentId", String.valueOf(effect.environmentId()));
    shown.put("deliverables", effect.payload().deliverables());
    shown.put("attempt", effect.attempt());
    shown.put("deliveryKey", String.valueOf(effect.deliveryKey()));
    shown.put("before", String.valueOf(effect.before()));
    shown.put("outcome", effect.outcome());
    shown.put("repeats", effect.repeats());
    shown.put("summary", effect.summary());
    shown.put("sentAt", String.valueOf(effect.sentAt()));
    shown.put("endedAt", String.valueOf(effect.endedAt()));
    return shown;
  }

  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static byte[] manifest(Map<String, byte[]> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(
        (name, bytes) -> lines.append(sha256(bytes)).append("  ").append(name).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] zipped(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }
}
