package io.tyto.bench;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import java.util.UUID;

/**
 * DBOS Transact: a workflow of three steps, called directly by ten threads, which is the fastest of
 * its ways (its queues poll). Steps keep their results.
 */
final class DbosEngine implements Contender {
  private final Bed bed;
  private final PeerDatabase database;
  private final DBOS dbos;
  private final Work work;

  /** What is made durable. */
  public interface Work {
    void go(String run);
  }

  /** The workflow. */
  public static final class Steps implements Work {
    private final DBOS dbos;
    private final PeerDatabase database;

    Steps(DBOS dbos, PeerDatabase database) {
      this.dbos = dbos;
      this.database = database;
    }

    @Override
    @Workflow(name = "work")
    public void go(String run) {
      for (int i = 1; i <= STEPS; i++) {
        int step = i;
        dbos.runStep(() -> database.work(run, step), "step " + step);
      }
    }
  }

  DbosEngine(Bed bed) {
    this.bed = bed;
    database = new PeerDatabase(bed, "peer_dbos");
    dbos =
        new DBOS(
            DBOSConfig.defaults("bench")
                .withDatabaseUrl(database.url)
                .withDbUser(bed.database.username())
                .withDbPassword(bed.database.password())
                .withDataSource(database.pool)
                .withMigrate(true));
    work = dbos.registerProxy(Work.class, new Steps(dbos, database));
    dbos.launch();
  }

  @Override
  public String name() {
    return "DBOS Transact";
  }

  @Override
  public void run(int runs) {
    PeerDatabase.inParallel(THREADS, runs, i -> work.go(UUID.randomUUID().toString()));
  }

  @Override
  public double cpu() {
    return bed.floorCpu();
  }

  @Override
  public void close() {
    dbos.shutdown();
    database.close();
  }
}
