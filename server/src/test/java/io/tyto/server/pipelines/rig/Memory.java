package io.tyto.server.pipelines.rig;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Tables in memory with transactions, for engines without PostgreSQL. Transactions are whole: what
 * runs beside them sees all of one or nothing. The stores on it behave as those on PostgreSQL;
 * {@code InMemoryTest} compares them.
 */
public final class Memory {
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final Map<Class<?>, Object> stores = new HashMap<>();
  private boolean open;
  private Runnable before = () -> {};

  /** Called before each transaction, and each statement outside of one. */
  public void before(Runnable what) {
    before = what;
  }

  /** To be called first by every statement of a store. */
  public void statement() {
    if (!open) {
      before.run();
    }
  }

  /** Looks without being part of what happens: nothing may come between. */
  public <T> T quietly(Supplier<T> look) {
    boolean was = open;
    open = true;
    try {
      return look.get();
    } finally {
      open = was;
    }
  }

  /** The same for every engine that is started on this memory. */
  public <T> T shared(Class<T> type, Supplier<T> first) {
    return type.cast(stores.computeIfAbsent(type, any -> first.get()));
  }

  public <K extends Comparable<K>, V> Table<K, V> table() {
    return new Table<>();
  }

  /** Rows by key, in the order of the keys. They are found far more often than they come and go. */
  public final class Table<K extends Comparable<K>, V> {
    private final Map<K, V> rows = new HashMap<>();
    private final NavigableSet<K> keys = new TreeSet<>();

    public Optional<V> get(K key) {
      return Optional.ofNullable(rows.get(key));
    }

    public void put(K key, V row) {
      V old = set(key, row);
      remember(() -> set(key, old));
    }

    public void remove(K key) {
      V old = set(key, null);
      remember(() -> set(key, old));
    }

    public Stream<V> newestFirst() {
      return keys.descendingSet().stream().map(rows::get);
    }

    public Collection<K> keys() {
      return keys;
    }

    private @Nullable V set(K key, @Nullable V row) {
      if (row == null) {
        keys.remove(key);
        return rows.remove(key);
      }
      V old = rows.put(key, row);
      if (old == null) {
        keys.add(key);
      }
      return old;
    }
  }

  private void remember(Runnable back) {
    if (open) {
      undo.push(back);
    }
  }

  public AbstractPlatformTransactionManager transactions() {
    return new Transactions();
  }

  private final class Transactions extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object doGetTransaction() {
      return Memory.this;
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
      return open;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      before.run();
      open = true;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      undo.clear();
      open = false;
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
      while (!undo.isEmpty()) {
        undo.pop().run();
      }
      open = false;
    }

    @Override
    protected void doSetRollbackOnly(DefaultTransactionStatus status) {
      throw new UnsupportedOperationException("Nobody nests transactions here");
    }
  }
}
