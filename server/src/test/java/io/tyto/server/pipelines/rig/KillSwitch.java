package io.tyto.server.pipelines.rig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
          return answer instanceof PreparedStatement s ? over(s) : answer;
        });
  }

  private PreparedStatement over(PreparedStatement real) {
    return proxy(PreparedStatement.class, real, (name, answer) -> answer);
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
                return afterwards.see(method.getName(), method.invoke(real, args));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
