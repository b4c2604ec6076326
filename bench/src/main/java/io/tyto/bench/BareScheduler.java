package io.tyto.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * db-scheduler alone, with the settings that Tyto gives it: one execution a run, rescheduled with
 * the number of the next step. It keeps no history.
 */
final class BareScheduler implements Contender {
  private static final TaskDescriptor<Integer> STEP = TaskDescriptor.of("step", Integer.class);
  private final Bed bed;
  private final PeerDatabase database;
  private final Scheduler scheduler;
  private volatile CountDownLatch open = new CountDownLatch(0);

  BareScheduler(Bed bed) {
    this.bed = bed;
    database = new PeerDatabase(bed, "peer_scheduler");
    database.sql(
        """
        create table scheduled_tasks (
          task_name text not null, task_instance text not null, task_data bytea,
          execution_time timestamptz not null, picked boolean not null, picked_by text,
          last_success timestamptz, last_failure timestamptz, consecutive_failures int,
          last_heartbeat timestamptz, version bigint not null, priority smallint,
          primary key (task_name, task_instance))
        """,
        "create index on scheduled_tasks (execution_time)",
        "create index on scheduled_tasks (last_heartbeat)");
    CustomTask<Integer> task =
        Tasks.custom(STEP)
            .execute((instance, context) -> {
              int step = instance.getData();
              database.work(instance.getId(), step);
              return (complete, operations) -> {
                if (step < STEPS) {
                  operations.reschedule(complete, Instant.now(), step + 1);
                } else {
                  operations.remove();
                  open.countDown();
                }
              };
            });
    scheduler =
        Scheduler.create(database.pool, task)
            .threads(THREADS)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(Duration.ofSeconds(2))
            .missedHeartbeatsLimit(4)
            .enableImmediateExecution()
            .alwaysPersistTimestampInUTC()
            .build();
    scheduler.start();
  }

  @Override
  public String name() {
    return "db-scheduler";
  }

  @Override
  public void run(int runs) {
    open = new CountDownLatch(runs);
    PeerDatabase.inParallel(
        THREADS,
        runs,
        i ->
            scheduler.schedule(
                STEP.instance(UUID.randomUUID().toString()).data(1).scheduledTo(now())));
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }

  private static Instant now() {
    return Instant.now();
  }

  @Override
  public double cpu() {
    return bed.floorCpu();
  }

  @Override
  public void close() {
    scheduler.stop();
    database.close();
  }
}
