package io.tyto.spi.stories;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import io.tyto.spi.FaultException;
import java.util.List;

/** Reads the features and user stories of an external project. All calls are free of effects. */
public interface StorySource<S extends Record> extends Connector<S> {

  /**
   * All projects visible to the credential, hidden ones included.
   *
   * @throws FaultException when the list cannot be read
   */
  List<ExternalProject> projects(Connection<S> from);

  /**
   * Reads everything in scope and hands it over page by page, features before the stories that
   * stand under them. Pages arrive one at a time, from one thread; several may be fetched ahead.
   * What changed while it was read comes again at the end: of two items with the same uuid the
   * later one holds.
   *
   * @throws FaultException at the first page that cannot be read; a part is never passed off as the
   *     whole
   */
  void read(Connection<S> from, SyncScope scope, PageSink sink);

  /** Reads one item as it is now. {@link Lookup.Absent} only when the other side says so. */
  Lookup find(Connection<S> from, ItemRef ref);

  /** What a person should know about settings that work; empty when all is well. Does no I/O. */
  default List<String> warnings(S settings) {
    return List.of();
  }

  /** Statuses a work item can have, in the order of their life. */
  List<Status> statuses(Connection<S> from, ItemType type);

  /** Takes pages in. An exception thrown here ends the reading. */
  @FunctionalInterface
  interface PageSink {
    void accept(StoryPage page);
  }
}
