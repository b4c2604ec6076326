package io.tyto.connector.cloudalm;

import io.tyto.connector.kit.wire.ODataPage;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All features of a project, by next links where the service gives them and by offset otherwise.
 * When fewer come than the service counts, they are read again.
 */
final class FeatureList {
  private static final int PASSES = 3;
  private static final int UNTOLD = -1;

  private final Client client;
  private final Paging paging;
  private final SeenKeys seen = new SeenKeys();
  private final AtomicInteger count = new AtomicInteger(UNTOLD);
  private @Nullable ODataPage<Wire.Feature> tried;

  /** The address of a page. */
  @FunctionalInterface
  private interface Paging {
    String path(int skip, int top);
  }

  private FeatureList(Client client, Paging paging) {
    this.client = client;
    this.paging = paging;
  }

  /** Whole features, changed after an instant or all. */
  static FeatureList whole(Client client, String projectId, @Nullable Instant since) {
    return new FeatureList(client, (skip, top) -> Api.features(projectId, since, skip, top));
  }

  /** All features, but their uuid, change marker and the uuids of their assignments only. */
  static FeatureList assignments(Client client, String projectId) {
    FeatureList list =
        new FeatureList(client, (skip, top) -> Api.assignments(projectId, true, skip, top));
    try {
      list.tried = list.page(list.paging.path(0, Pager.PAGE));
      return list;
    } catch (FaultException e) {
      if (e.fault().kind() != Kind.REFUSED) {
        throw e;
      }
      return new FeatureList(client, (skip, top) -> Api.assignments(projectId, false, skip, top));
    }
  }

  /** Hands over each feature once, with the number of features that the service counts so far. */
  void read(BiConsumer<List<Wire.Feature>, @Nullable Integer> out) {
    for (int pass = 1; pass <= PASSES; pass++) {
      pass(out);
      if (seen.size() >= count.get()) {
        return;
      }
    }
    throw new FaultException(
        Fault.of(
            Kind.MALFORMED,
            "Cloud ALM counts " + count + " features but shows " + seen.size() + ". Try again."));
  }

  private void pass(BiConsumer<List<Wire.Feature>, @Nullable Integer> out) {
    ODataPage<Wire.Feature> first = tried != null ? tried : page(paging.path(0, Pager.PAGE));
    tried = null;
    if (first.nextLink() != null) {
      follow(first, out);
      return;
    }
    AtomicReference<@Nullable ODataPage<Wire.Feature>> held = new AtomicReference<>(first);
    new Pager<Wire.Feature>(
            (offset, limit) -> {
              ODataPage<Wire.Feature> ready = offset == 0 ? held.getAndSet(null) : null;
              return (ready != null ? ready : page(paging.path(offset, limit))).rows();
            })
        .read(rows -> deliver(rows, out));
  }

  private void follow(
      ODataPage<Wire.Feature> first, BiConsumer<List<Wire.Feature>, @Nullable Integer> out) {
    Set<String> followed = new HashSet<>();
    ODataPage<Wire.Feature> page = first;
    while (true) {
      deliver(page.rows(), out);
      Optional<String> next = page.nextPath(Api.FEATURE_SERVICE);
      if (next.isEmpty()) {
        return;
      }
      if (!followed.add(next.get())) {
        throw new FaultException(
            Fault.of(Kind.MALFORMED, "Cloud ALM's links to the next page lead in a circle."));
      }
      page = page(next.get());
    }
  }

  private void deliver(
      List<Wire.Feature> rows, BiConsumer<List<Wire.Feature>, @Nullable Integer> out) {
    List<Wire.Feature> fresh = rows.stream().filter(row -> seen.add(row.key())).toList();
    if (!fresh.isEmpty()) {
      out.accept(fresh, count.get() == UNTOLD ? null : Integer.valueOf(count.get()));
    }
  }

  private ODataPage<Wire.Feature> page(String path) {
    ODataPage<Wire.Feature> page = ODataPage.of(client.get(path), Rows::feature);
    if (page.count() != null) {
      count.set(page.count());
    }
    return page;
  }
}
