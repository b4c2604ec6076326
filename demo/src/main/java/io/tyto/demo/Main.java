package io.tyto.demo;

import io.tyto.demo.journey.Card;
import io.tyto.demo.journey.Journey;
import io.tyto.demo.process.Child;
import io.tyto.demo.process.Surroundings;
import io.tyto.demo.process.Workplace;
import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ./tyto demo}: one promotion from development to production, before your eyes. */
public final class Main {
  private static final String USAGE =
      """
      usage: ./tyto demo [--exit] [--keep] [--json FILE]
        --exit  end after the journey; exit 0 only when it reached production and the systems agree
        --keep  leave the folder of the demo behind; TYTO_DATA names a data directory and keeps it
        --json  writes where everything is and who may sign in to FILE, once the journey has ended
      """;

  private Main() {}

  /** Exit 0 for success, 1 for a journey that did not end well, 2 for wrong arguments. */
  public static void main(String[] arguments) {
    Optional<Wanted> wanted = Wanted.of(arguments);
    if (wanted.isEmpty()) {
      System.err.print(USAGE);
      System.exit(2);
    }
    endWithStarter();
    System.exit(run(wanted.get()));
  }

  /**
   * Of a starter that may be killed: {@code -Dtyto.launcher.pid=} names its process, as for the
   * server.
   */
  private static void endWithStarter() {
    Long starter = Long.getLong("tyto.launcher.pid");
    if (starter != null) {
      ProcessHandle.of(starter)
          .ifPresentOrElse(
              process -> process.onExit().thenRun(() -> System.exit(1)), () -> System.exit(1));
    }
  }

  private record Wanted(boolean exit, boolean keep, @Nullable Path json) {

    /** Empty for arguments that do not exist. */
    static Optional<Wanted> of(String... arguments) {
      List<String> left = new ArrayList<>(List.of(arguments));
      boolean exit = left.remove("--exit");
      boolean keep = left.remove("--keep");
      if (left.size() == 2 && left.getFirst().equals("--json")) {
        return Optional.of(new Wanted(exit, keep, Path.of(left.getLast())));
      }
      return left.isEmpty() ? Optional.of(new Wanted(exit, keep, null)) : Optional.empty();
    }
  }

  private static int run(Wanted wanted) {
    Narrator narrator = new Narrator(System.out);
    try {
      Workplace place = Workplace.open(System.getenv("TYTO_DATA"), wanted.keep());
      narrator.say("Starting the server, its database and a simulated SAP landscape ...");
      Surroundings around = Surroundings.start(place, Journey.adminPassword());
      Thread end = new Thread(around::close, "end");
      Runtime.getRuntime().addShutdownHook(end);
      return play(around, narrator, wanted);
    } catch (DemoFailure e) {
      tell(e);
      return 1;
    }
  }

  private static int play(Surroundings around, Narrator narrator, Wanted wanted) {
    try {
      Card card = new Journey(around, narrator).play();
      narrator.say(
          "The promotion reached production and the systems agree, after %d s."
              .formatted(narrator.elapsed().toSeconds()));
      if (wanted.json() != null) {
        card.write(wanted.json());
      }
      if (wanted.exit()) {
        return 0;
      }
      narrator.say("Ctrl-C ends the server and the landscape.");
      System.err.println(around.awaitEnd());
      lastLines(around);
      return 1;
    } catch (DemoFailure e) {
      tell(e);
      lastLines(around);
      return 1;
    }
  }

  private static void tell(DemoFailure failure) {
    System.out.flush();
    System.err.println();
    System.err.println("The demo failed: " + failure.getMessage());
  }

  private static void lastLines(Surroundings around) {
    around.place().keepLogs();
    Child server = around.server();
    server.endingWithin(Duration.ofMillis(500)); // time for what it is about to say
    System.err.println();
    System.err.println("Last lines of the server; all of them are in " + server.log() + ":");
    // The frames of a stack say little here and hide the lines before them.
    server.lastLines().stream()
        .filter(line -> !line.matches("\\s+(at |\\.\\.\\. ).*"))
        .forEach(line -> System.err.println("    " + line));
  }
}
