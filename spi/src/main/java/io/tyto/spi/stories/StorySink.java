package io.tyto.spi.stories;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import io.tyto.spi.FaultException;

/** Reports back to the external system. Titles and descriptions are never written. */
public interface StorySink<S extends Record> extends Connector<S> {

  /**
   * Writes one update unless it is there already: looks first, so repeating is safe after a lost
   * answer.
   *
   * @throws FaultException when it is not known whether it was written; the caller repeats later
   */
  Push push(Connection<S> to, StoryUpdate update);
}
