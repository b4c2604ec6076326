package io.tyto.bench;

/** The real server with history, audit trail and outbox. */
final class TytoEngine implements Contender {
  private final Bed bed;
  private final Runs runs;
  private final Runs.Work work;

  TytoEngine(Bed bed, Runs runs, Runs.Work work) {
    this.bed = bed;
    this.runs = runs;
    this.work = work;
  }

  @Override
  public String name() {
    return "Tyto";
  }

  @Override
  public void run(int count) {
    runs.start(work, count);
    runs.awaitRest();
    runs.mustBeCompleted();
  }

  /** Of the bench too, which starts the runs. */
  @Override
  public double cpu() {
    return Cpu.of(bed.server.pid()) + bed.floorCpu();
  }

  @Override
  public void close() {
    // The server is the bed's.
  }
}
