package io.tyto.connector.kit.net;

import io.tyto.spi.FaultException;
import java.util.Map;

/** Signs calls in. Thread-safe; never shows what it signs with. */
public interface Signer {

  /**
   * The headers that sign a call.
   *
   * @throws FaultException when no signature can be had; the call was not sent
   */
  Signature sign();

  /**
   * Hears that a signature was answered with 401.
   *
   * @return whether signing again may help
   */
  boolean rejected(Signature signature);

  /** Headers of one call; {@code toString} shows their names only. */
  record Signature(Map<String, String> headers) {

    public Signature {
      headers = Map.copyOf(headers);
    }

    public static Signature authorization(String value) {
      return new Signature(Map.of("Authorization", value));
    }

    @Override
    public String toString() {
      return "Signature" + headers.keySet();
    }
  }
}
