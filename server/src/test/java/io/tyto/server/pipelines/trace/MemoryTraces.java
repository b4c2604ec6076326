package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.UserId;
import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.rig.Memory.Table;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.MemoryStores;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.spi.delivery.Evidence;
import io.tyto.spi.delivery.Reversible;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DuplicateKeyException;

/** What runs leave behind, without PostgreSQL. */
public final class MemoryTraces {

  private MemoryTraces() {}

  /** The stores of this package win over those on PostgreSQL. */
  public static void into(GenericApplicationContext context, Memory memory, Clock clock) {
    Verdicts verdicts = memory.shared(Verdicts.class, () -> new Verdicts(memory, clock));
    Documents documents = memory.shared(Documents.class, () -> new Documents(memory, clock));
    Backups backups =
        memory.shared(
            Backups.class, () -> new Backups(memory, clock, () -> MemoryStores.runs(memory)));
    Notices notices =
        memory.shared(
            Notices.class, () -> new Notices(memory, clock, () -> MemoryStores.runs(memory)));
    context.registerBean(VerdictStore.class, () -> verdicts, bean -> bean.setPrimary(true));
    context.registerBean(EvidenceStore.class, () -> documents, bean -> bean.setPrimary(true));
    context.registerBean(BackupStore.class, () -> backups, bean -> bean.setPrimary(true));
    TargetFaults faults =
        memory.shared(TargetFaults.class, () -> new MemoryTargetFaults(memory, clock));
    context.registerBean(TargetFaults.class, () -> faults, bean -> bean.setPrimary(true));
    context.registerBean(NoticeStore.class, () -> notices, bean -> bean.setPrimary(true));
  }

  private static <T> void append(Table<String, List<T>> table, String key, T row) {
    List<T> rows = new ArrayList<>(table.get(key).orElse(List.of()));
    rows.add(row);
    table.put(key, List.copyOf(rows));
  }

  private static final class Verdicts extends VerdictStore {
    private static final Set<Verdict.Kind> ONCE =
        Set.of(Verdict.Kind.APPROVED, Verdict.Kind.REJECTED);
    private final Memory memory;
    private final Clock clock;
    private final Table<String, List<Verdict>> verdicts;
    private final Table<String, List<Bypass>> bypasses;

    Verdicts(Memory memory, Clock clock) {
      super(null, clock);
      this.memory = memory;
      this.clock = clock;
      verdicts = memory.table();
      bypasses = memory.table();
    }

    @Override
    public List<Verdict> ofRun(String runId) {
      memory.statement();
      return verdicts.get(runId).orElse(List.of());
    }

    @Override
    public void add(
        RunTask task, Verdict.Kind kind, Actor by, Behalf behalf, String message, String digest) {
      memory.statement();
      boolean twice =
          ONCE.contains(kind)
              && verdicts.get(task.runId()).orElse(List.of()).stream()
                  .filter(v -> ONCE.contains(v.kind()) && v.taskId().equals(task.id()))
                  .filter(v -> v.attempt() == task.attempt() && v.digest().equals(digest))
                  .anyMatch(v -> v.user().equals(by.id()));
      if (twice) {
        throw new DuplicateKeyException("decision_nobody_twice");
      }
      append(
          verdicts,
          task.runId(),
          new Verdict(
              task.id(),
              task.attempt(),
              kind,
              by.id(),
              by.name(),
              message,
              digest,
              clock.instant(),
              behalf == null ? null : behalf.id(),
              behalf == null ? null : behalf.name()));
    }

    @Override
    public List<Bypass> bypassesOf(String runId) {
      memory.statement();
      return bypasses.get(runId).orElse(List.of());
    }

    /** Also of runs that are over, whose tasks nobody asks about. */
    @Override
    public List<Bypass> unconfirmed(List<String> projects) {
      memory.statement();
      return bypasses.keys().stream()
          .flatMap(run -> bypasses.get(run).orElseThrow().stream())
          .filter(b -> b.confirmedBy() == null)
          .toList();
    }

    @Override
    public Optional<Bypass> bypass(RunTask task, String action) {
      return bypassesOf(task.runId()).stream()
          .filter(b -> b.taskId().equals(task.id()) && b.attempt() == task.attempt())
          .filter(b -> b.action().equals(action))
          .findFirst();
    }

    @Override
    public Optional<Bypass> override(RunTask task) {
      return bypassesOf(task.runId()).stream()
          .filter(b -> b.taskId().equals(task.id()) && b.action().equals(Bypass.OVERRIDE))
          .max(Comparator.comparing(Bypass::attempt));
    }

    @Override
    public void addBypass(RunTask task, String action, Actor by, String reason) {
      if (bypass(task, action).isPresent()) {
        throw new DuplicateKeyException("bypass task, attempt and action");
      }
      append(
          bypasses,
          task.runId(),
          new Bypass(
              task.id(),
              task.attempt(),
              action,
              by.id(),
              by.name(),
              reason,
              clock.instant(),
              null,
              null,
              null));
    }

    @Override
    public void confirmBypass(Bypass asked, Actor by) {
      memory.statement();
      for (String run : List.copyOf(bypasses.keys())) {
        List<Bypass> rows = bypasses.get(run).orElseThrow();
        if (rows.stream().anyMatch(b -> same(b, asked))) {
          bypasses.put(run, rows.stream().map(b -> same(b, asked) ? confirmed(b, by) : b).toList());
        }
      }
    }

    private static boolean same(Bypass b, Bypass asked) {
      return b.taskId().equals(asked.taskId())
          && b.attempt() == asked.attempt()
          && b.action().equals(asked.action())
          && b.confirmedBy() == null;
    }

    private Bypass confirmed(Bypass b, Actor by) {
      return new Bypass(
          b.taskId(),
          b.attempt(),
          b.action(),
          b.askedBy(),
          b.askedName(),
          b.reason(),
          b.askedAt(),
          by.id(),
          by.name(),
          clock.instant());
    }
  }

  private static final class Documents extends EvidenceStore {
    private final Memory memory;
    private final Clock clock;
    private final Table<String, List<Document>> documents;

    Documents(Memory memory, Clock clock) {
      super(null, clock);
      this.memory = memory;
      this.clock = clock;
      documents = memory.table();
    }

    @Override
    public void add(RunTask task, String effectId, Evidence evidence) {
      memory.statement();
      append(
          documents,
          task.runId(),
          new Document(
              Ids.next(),
              task.id(),
              effectId,
              evidence.name(),
              evidence.mediaType(),
              evidence.text().replace("\u0000", ""),
              clock.instant()));
    }

    @Override
    public List<Document> ofRun(String runId) {
      memory.statement();
      return documents.get(runId).orElse(List.of());
    }

    @Override
    public List<Document> listOf(String runId) {
      return ofRun(runId).stream()
          .map(d ->
              new Document(d.id(), d.taskId(), d.effectId(), d.name(), d.mediaType(), "", d.at()))
          .toList();
    }

    @Override
    public Optional<Document> find(String runId, String id) {
      return ofRun(runId).stream().filter(d -> d.id().equals(id)).findFirst();
    }
  }

  private static final class Backups extends BackupStore {
    private final Memory memory;
    private final Supplier<RunStore> runs;
    private final Table<String, Reversible.Backup> backups;

    Backups(Memory memory, Clock clock, Supplier<RunStore> runs) {
      super(null, clock);
      this.memory = memory;
      this.runs = runs;
      backups = memory.table();
    }

    @Override
    public void keep(String effectId, int position, Reversible.Backup backup) {
      memory.statement();
      String key = "%s/%04d".formatted(effectId, position);
      if (backups.get(key).isEmpty()) {
        backups.put(key, backup);
      }
    }

    @Override
    public List<Reversible.Backup> of(String effectId) {
      memory.statement();
      return backups.keys().stream()
          .filter(key -> key.startsWith(effectId + "/"))
          .map(key -> backups.get(key).orElseThrow())
          .toList();
    }

    @Override
    public List<String> effectsWithBackup(String runId) {
      memory.statement();
      return memory.quietly(() ->
          runs.get().find(runId).stream()
              .flatMap(run -> run.effects().stream())
              .map(Effect::id)
              .filter(id -> backups.get(id + "/0000").isPresent())
              .toList());
    }
  }

  private static final class Notices extends NoticeStore {
    private final Memory memory;
    private final Clock clock;
    private final Supplier<RunStore> runs;
    private final Table<String, List<Told>> told;

    Notices(Memory memory, Clock clock, Supplier<RunStore> runs) {
      super(null, clock);
      this.memory = memory;
      this.clock = clock;
      this.runs = runs;
      told = memory.table();
    }

    @Override
    public void add(RunTask task, UserId user, String text) {
      memory.statement();
      List<Told> before = told.get(user.value()).orElse(List.of());
      if (before.stream().noneMatch(t -> t.task().id().equals(task.id()))) {
        append(told, user.value(), new Told(task, text, clock.instant()));
      }
    }

    @Override
    public List<Notice> since(UserId user, Instant since) {
      memory.statement();
      return told.get(user.value()).orElse(List.of()).reversed().stream()
          .filter(t -> !t.at().isBefore(since))
          .limit(100)
          .map(this::notice)
          .toList();
    }

    private Notice notice(Told told) {
      RunHeader run = runs.get().find(told.task().runId()).orElseThrow().header();
      return new Notice(
          run.project().value(),
          run.workItem().value(),
          run.id(),
          told.task().id(),
          told.task().stage(),
          told.task().name(),
          told.text(),
          told.at());
    }

    private record Told(RunTask task, String text, Instant at) {}
  }
}
