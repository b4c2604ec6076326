package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.internal.Imported;
import io.tyto.server.connections.Opened;
import io.tyto.server.stories.StoryImport.Gone;
import io.tyto.server.stories.StoryImport.Missing;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Lookup;
import io.tyto.spi.stories.StorySource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks one by one at items that a reading did not bring. A list that lost a scope looks like a
 * list of nothing, so too many of them end the sync instead.
 */
final class Absentees {
  private static final int ALWAYS_ALLOWED = 10;
  private static final int MOST_PERCENT = 20;
  private static final int AT_ONCE = 8;

  /**
   * @param there items the lists did not bring but that exist, as they are now
   */
  record Outcome(List<Gone> gone, List<AlmItem> there) {}

  /** Too many items are missing to believe it. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyException(int missing, int known) {
      super(
          ("%d of %d known items were not in the lists of the external system. That looks like a"
                  + " lost scope or a hidden project, not like deletions, so nothing was changed."
                  + " Check the credential; items that are really gone can be removed in smaller"
                  + " steps.")
              .formatted(missing, known));
    }
  }

  /**
   * @throws TooManyException when more than a fifth of the known items, and more than ten, are
   *     missing
   * @throws FaultException when one cannot be looked at
   */
  Outcome confirm(Opened<StorySource<Record>> open, Missing missing) {
    int count = missing.items().size();
    if (count > ALWAYS_ALLOWED && count * 100L > (long) missing.known() * MOST_PERCENT) {
      throw new TooManyException(count, missing.known());
    }
    List<Gone> gone = new ArrayList<>();
    List<AlmItem> there = new ArrayList<>();
    List<Lookup> lookups =
        lookups(
            open,
            missing.items().stream()
                .map(item -> Imported.ref(item.type(), item.externalUuid()))
                .toList());
    for (int i = 0; i < count; i++) {
      switch (lookups.get(i)) {
        case Lookup.Found(AlmItem item) -> there.add(item);
        case Lookup.Absent(String reason) ->
            gone.add(new Gone(missing.items().get(i).externalUuid(), reason));
      }
    }
    return new Outcome(gone, there);
  }

  /** Features that we do not know and whose change marker did not tell of them. */
  List<AlmItem> appeared(Opened<StorySource<Record>> open, List<String> features) {
    List<ItemRef> refs =
        features.stream().map(uuid -> new ItemRef(ItemType.FEATURE, uuid)).toList();
    List<AlmItem> found = new ArrayList<>();
    for (Lookup lookup : lookups(open, refs)) {
      if (lookup instanceof Lookup.Found(AlmItem item)) {
        found.add(item);
      }
    }
    return found;
  }

  private static List<Lookup> lookups(Opened<StorySource<Record>> open, List<ItemRef> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<Lookup> found = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Lookup>> asked =
          items.stream()
              .map(item -> threads.submit(() -> open.connector().find(open.connection(), item)))
              .toList();
      for (Future<Lookup> answer : asked) {
        found.add(answer.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostSyncException("Interrupted while looking for missing items.");
    }
    return found;
  }
}
