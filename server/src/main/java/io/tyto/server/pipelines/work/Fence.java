package io.tyto.server.pipelines.work;

import io.tyto.server.connections.Opened;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import java.util.function.BooleanSupplier;

/**
 * Stands before every call that may change something outside, behind all that makes it wait: places
 * at the host, pauses, sign-in, connecting. A worker that was paused for longer than its lease
 * finds here that somebody else took the effect, and sends nothing.
 *
 * @param mine asks the database, not the clock
 */
public record Fence(BooleanSupplier mine) {

  /** The way to the system, with the fence across it; what only reads passes. */
  public <C extends Connector<Record>> Opened<C> across(Opened<C> open) {
    Connection<Record> way = open.connection();
    BoundHttp guarded =
        call ->
            way.http().send(call.method().equals("GET") ? call : call.guardedBy(this::requireMine));
    return new Opened<>(open.connector(), new Connection<>(way.settings(), guarded, way.clock()));
  }

  private void requireMine() {
    if (!mine.getAsBoolean()) {
      throw new FencedOffException();
    }
  }
}
