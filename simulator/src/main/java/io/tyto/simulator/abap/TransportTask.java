package io.tyto.simulator.abap;

import java.time.Instant;
import java.util.List;

/** A task of a request; {@code type} is S, R, X or Q. */
record TransportTask(
    String number,
    String parent,
    String owner,
    String description,
    String type,
    boolean released,
    List<TransportObject> objects,
    Instant changedAt) {
  String status() {
    return released ? "R" : "D";
  }

  /** The type in the words of a listing. */
  String spokenType() {
    return switch (type) {
      case "S" -> "Development/Correction";
      case "R" -> "Repair";
      case "Q" -> "Customizing Task";
      default -> "Unclassified";
    };
  }

  TransportTask release(Instant at) {
    return new TransportTask(number, parent, owner, description, type, true, objects, at);
  }

  TransportTask ownedBy(String user, Instant at) {
    return new TransportTask(number, parent, user, description, type, released, objects, at);
  }
}
