package io.tyto.connector.cloudalm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerTest {

  private record Item(String key, String marker) implements Pager.Row {}

  private static List<Item> items(int count) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(i -> new Item("i" + i, "0")).toList());
  }

  private static List<Item> slice(List<Item> all, int offset, int limit) {
    int from = Math.min(offset, all.size());
    return List.copyOf(all.subList(from, Math.min(all.size(), from + limit)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 499, 500, 501, 1_000, 4_321})
  void readsEveryRowOfAQuietList(int count) {
    List<Item> all = items(count);
    Set<String> seen = new HashSet<>();
    new Pager<Item>((offset, limit) -> slice(all, offset, limit))
        .read(rows -> rows.forEach(row -> seen.add(row.key())));
    assertThat(seen).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 100})
  void toleratesAServiceThatCapsItsPages(int cap) {
    List<Item> all = items(333);
    Set<String> seen = new HashSet<>();
    new Pager<Item>((offset, limit) -> slice(all, offset, Math.min(cap, limit)))
        .read(rows -> rows.forEach(row -> seen.add(row.key())));
    assertThat(seen).hasSize(333);
  }

  @Test
  void losesNoRowThatStaysWhileOthersComeAndGo() {
    for (int seed = 0; seed < 150; seed++) {
      churn(seed);
    }
  }

  private static void churn(int seed) {
    Random random = new Random(seed);
    List<Item> all = items(200 + random.nextInt(2_000));
    Set<String> steady = new HashSet<>(all.stream().map(Item::key).toList());
    int cap = random.nextBoolean() ? Pager.PAGE : 20 + random.nextInt(200);
    int[] made = {0};
    int[] quiet = {60};
    Set<String> seen = new HashSet<>();
    new Pager<Item>(
            (offset, limit) -> {
              synchronized (all) {
                if (quiet[0]-- > 0) {
                  disturb(random, all, steady, made);
                }
                return slice(all, offset, Math.min(cap, limit));
              }
            })
        .read(rows -> rows.forEach(row -> seen.add(row.key())));
    synchronized (all) {
      // A page that was fetched ahead in vain may still be under way.
      assertThat(seen).as("seed %d", seed).containsAll(steady);
    }
  }

  /** Inserts, deletes and moves; what is moved has a new marker, what is deleted is not steady. */
  private static void disturb(Random random, List<Item> all, Set<String> steady, int[] made) {
    for (int n = random.nextInt(12); n > 0 && !all.isEmpty(); n--) {
      int at = random.nextInt(all.size());
      switch (random.nextInt(4)) {
        case 0 -> all.add(at, new Item("new" + made[0]++, "0"));
        case 1 -> steady.remove(all.remove(random.nextInt(1 + at)).key());
        case 2 -> steady.remove(all.remove(at).key());
        default -> {
          Item moved = all.remove(at);
          steady.remove(moved.key());
          all.add(random.nextInt(all.size() + 1), new Item(moved.key(), "m" + made[0]++));
        }
      }
    }
  }

  @Test
  void passesOnTheFirstPageThatCannotBeRead() {
    List<Item> all = items(2_000);
    List<String> seen = new ArrayList<>();
    Pager<Item> pager =
        new Pager<>((offset, limit) -> {
          if (offset > 900) {
            throw new FaultException(Fault.of(Kind.UNAVAILABLE, "gateway"));
          }
          return slice(all, offset, limit);
        });
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> pager.read(rows -> rows.forEach(row -> seen.add(row.key()))))
        .withMessage("gateway");
    assertThat(seen).hasSizeLessThan(2_000);
  }

  @Test
  void remembersKeys() {
    SeenKeys keys = new SeenKeys();
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      String key = new UUID(random.nextLong(), random.nextLong()).toString();
      assertThat(keys.add(key)).isTrue();
      assertThat(keys.add(key)).isFalse();
    }
    assertThat(keys.add("3-12")).isTrue();
    assertThat(keys.add("3-12")).isFalse();
    assertThat(keys.size()).isEqualTo(50_001);
  }
}
