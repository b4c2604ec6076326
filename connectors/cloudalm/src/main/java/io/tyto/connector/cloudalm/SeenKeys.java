package io.tyto.connector.cloudalm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Remembers which keys were seen, in 16 bytes a UUID: a project may hold a million of them. */
final class SeenKeys {
  private long[] slots = new long[2 << 10];
  private int size;
  private final Set<String> odd = new HashSet<>();

  /** Whether the key is new. */
  boolean add(String key) {
    UUID uuid;
    try {
      uuid = UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      return odd.add(key);
    }
    long high = uuid.getMostSignificantBits();
    long low = uuid.getLeastSignificantBits();
    if (high == 0 && low == 0) {
      return odd.add(key);
    }
    if (size * 3 > slots.length) {
      grow();
    }
    boolean added = put(slots, high, low);
    size += added ? 1 : 0;
    return added;
  }

  int size() {
    return size + odd.size();
  }

  private void grow() {
    long[] larger = Arrays.copyOf(new long[0], slots.length * 2);
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i] != 0 || slots[i + 1] != 0) {
        put(larger, slots[i], slots[i + 1]);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    int places = slots.length / 2;
    int place = (int) Long.remainderUnsigned(mixed, places);
    while (slots[2 * place] != 0 || slots[2 * place + 1] != 0) {
      if (slots[2 * place] == high && slots[2 * place + 1] == low) {
        return false;
      }
      place = (place + 1) % places;
    }
    slots[2 * place] = high;
    slots[2 * place + 1] = low;
    return true;
  }
}
