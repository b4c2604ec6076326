package io.tyto.connector.abap.cts;

import java.util.List;

/**
 * A task of a request.
 *
 * @param objects {@code R3TR CLAS ZCL_A}
 */
public record TransportTask(
    String number, String owner, TransportStatus status, List<String> objects) {

  public TransportTask {
    objects = List.copyOf(objects);
  }
}
