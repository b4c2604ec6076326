package io.tyto.connector.kit.net;

import io.tyto.spi.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears of every call that was tried; must be quick and must not throw. */
@FunctionalInterface
public interface CallObserver {

  CallObserver NONE = call -> {};

  void called(Call call);

  /**
   * @param path path and query, values of query parameters that sound like secrets masked
   * @param status 0 when no answer came
   * @param fault why no answer came, null when one did
   */
  record Call(String method, String path, int status, Duration took, Fault.@Nullable Kind fault) {}
}
