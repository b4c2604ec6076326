package io.tyto.server.pipelines.rig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Kills the engine before the n-th thing it says to the database, or around a commit. */
public final class KillSwitch {
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  public void killAfter(int statements) {
    left.set(statements);
  }

  public void disarm() {
    left.set(Integer.MAX_VALUE);
    aim = null;
    commitIsNext = false;
  }

  /** Where around a statement. */
  public enum When {
    BEFORE,
    AFTER,
    /** Once what it wrote is committed. */
    COMMITTED
  }

  private record Aim(String sql, int nth, When when) {}

  private Aim aim;
  private int met;
  private boolean commitIsNext;

  /** Kills around the n-th statement that contains this text, white space aside. */
  public void killAt(String sql, int nth, When when) {
    aim = new Aim(sql, nth, when);
    met = 0;
    commitIsNext = false;
  }

  /** Whether the aim was hit. */
  public boolean hit() {
    return aim == null;
  }

  private boolean meets(String sql) {
    return aim != null && sql.replaceAll("\\s+", " ").contains(aim.sql()) && ++met == aim.nth();
  }

  private void hit(String where) {
    aim = null;
    commitIsNext = false;
    throw new Killed(where);
  }

  void tick(String what) {
    if (left.getAndDecrement() <= 0) {
      left.set(0);
      throw new Killed(what);
    }
  }

  public DataSource over(DataSource real) {
    return proxy(
        DataSource.class,
        real,
        (name, answer) -> answer instanceof Connection c ? over(c) : answer);
  }

  private Connection over(Connection real) {
    return proxy(
        Connection.class,
        real,
        (name, answer) -> {
          if (name.equals("commit")) {
            tick("after commit");
          }
          return answer;
        });
  }

  private PreparedStatement over(PreparedStatement real, String sql) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            PreparedStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (self, method, args) -> {
              boolean executes = method.getName().startsWith("execute");
              if (executes) {
                tick(method.getName());
              }
              Aim met = executes && meets(sql) ? aim : null;
              if (met != null && met.when() == When.BEFORE) {
                hit("before " + sql);
              }
              try {
                Object answer = method.invoke(real, args);
                if (met != null) {
                  after(met, real, sql);
                }
                return answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private void after(Aim met, PreparedStatement real, String sql) throws SQLException {
    if (met.when() == When.AFTER || real.getConnection().getAutoCommit()) {
      hit("after " + sql);
    }
    commitIsNext = true;
  }

  @FunctionalInterface
  private interface Afterwards {
    Object see(String method, Object answer);
  }

  private <T> T proxy(Class<T> type, T real, Afterwards afterwards) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                tick(method.getName());
              }
              try {
                Object answer = afterwards.see(method.getName(), method.invoke(real, args));
                if (method.getName().equals("commit") && commitIsNext) {
                  hit("committed");
                }
                return answer instanceof PreparedStatement s ? over(s, (String) args[0]) : answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
