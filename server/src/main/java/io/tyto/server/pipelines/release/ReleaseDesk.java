package io.tyto.server.pipelines.release;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.pack.PackageOrder;
import io.tyto.server.pipelines.release.ReleaseOverview.Item;
import io.tyto.server.pipelines.release.ReleaseOverview.Readiness;
import io.tyto.server.stories.ReleaseVersions;
import io.tyto.server.stories.WorkItemView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The release manager's look at one go-live. Asks the systems live; never in a transaction. */
@Service
public class ReleaseDesk {
  private static final int AT_ONCE = 4;

  private final ReleaseVersions versions;
  private final ItemLook look;
  private final PackageOrder order;
  private final Promotions promotions;

  ReleaseDesk(ReleaseVersions versions, ItemLook look, PackageOrder order, Promotions promotions) {
    this.versions = versions;
    this.look = look;
    this.order = order;
    this.promotions = promotions;
  }

  /**
   * @throws Refusal {@code not-found}
   */
  public ReleaseOverview overview(ProjectKey project, String id, Actor caller) {
    List<WorkItemView> scope = versions.items(project, id);
    Set<WorkItemId> inside =
        scope.stream().map(WorkItemView::id).collect(Collectors.toUnmodifiableSet());
    ItemLook.Asked known = new ItemLook.Asked(caller);
    List<Item> items = new ArrayList<>();
    try (ExecutorService several =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Item>> asked =
          scope.stream().map(item -> several.submit(() -> look.at(item, inside, known))).toList();
      for (Future<Item> one : asked) {
        items.add(answer(one));
      }
    }
    items.sort(Comparator.comparing(Item::readiness));
    long ready =
        items.stream().filter(item -> item.readiness().compareTo(Readiness.READY) >= 0).count();
    return new ReleaseOverview(items.size(), (int) ready, items);
  }

  private static Item answer(Future<Item> one) {
    try {
      return one.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the gates were asked.", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** What was looked at of one item. */
  public record Wish(
      WorkItemId workItem, @Nullable Integer candidate, Promotions.@Nullable Continues continues) {}

  /**
   * @param outcome {@code STARTED}, {@code GOES_ON} or {@code REFUSED}
   * @param code of the refusal
   */
  public record Promoted(
      String workItemId,
      String outcome,
      @Nullable String runId,
      @Nullable String code,
      @Nullable String message) {}

  /**
   * Promotes each by itself, predecessors first; a refusal of one does not hold up the others.
   *
   * @throws Refusal {@code not-found}
   */
  public List<Promoted> promote(ProjectKey project, String id, List<Wish> wishes, Actor caller) {
    Set<WorkItemId> inside =
        versions.items(project, id).stream()
            .map(WorkItemView::id)
            .collect(Collectors.toUnmodifiableSet());
    Map<WorkItemId, Wish> wanted = new HashMap<>();
    wishes.stream()
        .filter(wish -> inside.contains(wish.workItem()))
        .forEach(wish -> wanted.put(wish.workItem(), wish));
    List<WorkItemId> sorted = order.sorted(wishes.stream().map(Wish::workItem).distinct().toList());
    return sorted.stream().map(item -> promoted(item, wanted.get(item), caller)).toList();
  }

  private Promoted promoted(WorkItemId item, @Nullable Wish wish, Actor caller) {
    if (wish == null) {
      return new Promoted(
          item.value(),
          "REFUSED",
          null,
          "descoped",
          "%s is no longer in this release version.".formatted(item.value()));
    }
    try {
      Promotions.Started started =
          promotions.start(
              new Promotions.Order(
                  item, wish.candidate(), wish.continues(), null, null, null, null),
              caller);
      return new Promoted(
          item.value(), started.fresh() ? "STARTED" : "GOES_ON", started.run().id(), null, null);
    } catch (Refusal refused) {
      return new Promoted(
          item.value(),
          "REFUSED",
          null,
          refused.code().code(),
          String.valueOf(refused.getMessage()));
    }
  }
}
