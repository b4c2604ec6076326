package io.tyto.bench;

/**
 * An engine that does the same work: runs of three durable steps, each of which writes one row of
 * its own. Ten threads work at most.
 */
interface Contender extends AutoCloseable {
  int STEPS = 3;
  int THREADS = 10;

  String name();

  /** Starts that many runs and returns when all have ended. */
  void run(int runs);

  /** CPU seconds so far of all that it takes. */
  double cpu();

  @Override
  void close();

  /** One warm run of the bench. */
  default Sample measured(int runs) {
    double cpu = cpu();
    long begun = System.nanoTime();
    run(runs);
    return new Sample(cpu() - cpu, (System.nanoTime() - begun) / 1e9);
  }
}
