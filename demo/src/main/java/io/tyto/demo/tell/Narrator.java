package io.tyto.demo.tell;

import java.io.PrintStream;
import java.time.Duration;

/** Prints the steps as they happen. */
public final class Narrator {
  private final PrintStream out;
  private final long began = System.nanoTime();
  private int steps;

  public Narrator(PrintStream out) {
    this.out = out;
  }

  /** A headline between steps. */
  public void chapter(String title) {
    out.println();
    out.println(title);
  }

  /** What was done. */
  public void step(String text) {
    steps++;
    out.printf("%4d  %s%n", steps, text);
    out.flush();
  }

  /** What was seen, below the step it belongs to. */
  public void seen(String text) {
    text.lines().forEach(line -> out.println("        " + line));
    out.flush();
  }

  /** A line as it is. */
  public void say(String text) {
    out.println(text);
    out.flush();
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
