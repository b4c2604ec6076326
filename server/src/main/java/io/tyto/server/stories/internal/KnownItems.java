package io.tyto.server.stories.internal;

/**
 * What the last readings told of the known items, as hashes, and which of them came again.
 *
 * <p>A project may hold a million items, so an item is 34 to 68 bytes here and its key a hash, too.
 * That is safe: two items with one key have different readings; what differs is staged and compared
 * by the database.
 */
final class KnownItems {
  private static final byte UNREAD = 0;
  private static final byte SAME = 1;
  private static final byte STAGED = 2;

  private long[] keys = new long[1 << 10];
  private long[] readings = new long[1 << 10];
  private byte[] states = new byte[1 << 10];
  private int size;
  private int same;
  private int read;

  void put(String name, long reading) {
    if (2 * size >= keys.length) {
      grow();
    }
    put(key(name), reading);
  }

  /**
   * Whether an item reads as it did before; then there is nothing to stage. Once it read otherwise
   * in this sync it is staged again and again, so that its last reading holds.
   */
  boolean reads(String name, long reading) {
    int place = place(keys, key(name));
    return keys[place] != 0 && mark(place, readings[place] == reading);
  }

  /** Notes that a part of an item was read, and whether that part is as before. */
  void look(String name, boolean asBefore) {
    mark(place(keys, key(name)), asBefore);
  }

  private boolean mark(int place, boolean asBefore) {
    byte before = states[place];
    boolean as = asBefore && before != STAGED;
    states[place] = as ? SAME : STAGED;
    read += before == UNREAD ? 1 : 0;
    same += (as ? 1 : 0) - (before == SAME ? 1 : 0);
    return as;
  }

  boolean contains(String name) {
    return keys[place(keys, key(name))] != 0;
  }

  boolean unread(String name) {
    int place = place(keys, key(name));
    return keys[place] != 0 && states[place] == UNREAD;
  }

  boolean allRead() {
    return read == size;
  }

  /** Items that read as before, and only so. */
  int same() {
    return same;
  }

  private void put(long key, long reading) {
    int place = place(keys, key);
    size += keys[place] == 0 ? 1 : 0;
    keys[place] = key;
    readings[place] = reading;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldReadings = readings;
    keys = new long[2 * oldKeys.length];
    readings = new long[keys.length];
    states = new byte[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldReadings[i]);
      }
    }
  }

  private static int place(long[] keys, long key) {
    int place = (int) (key >>> 32) & (keys.length - 1);
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private static long key(String name) {
    long key = 0;
    for (int i = 0; i < name.length(); i++) {
      key = (key ^ name.charAt(i)) * 0x9E3779B97F4A7C15L;
      key ^= key >>> 29;
    }
    return key == 0 ? 1 : key;
  }
}
