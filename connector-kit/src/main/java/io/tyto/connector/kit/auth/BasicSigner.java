package io.tyto.connector.kit.auth;

import io.tyto.connector.kit.net.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/** Signs by user name and password; the password is asked for at every call and not kept. */
public final class BasicSigner implements Signer {
  private final String username;
  private final Supplier<String> password;

  public BasicSigner(String username, Supplier<String> password) {
    this.username = username;
    this.password = password;
  }

  @Override
  public Signature sign() {
    return Signature.authorization(value(username, password.get()));
  }

  @Override
  public boolean rejected(Signature signature) {
    return false;
  }

  /** Name and secret go in as they are: SAP's client ids hold {@code !} and {@code |} unencoded. */
  static String value(String name, String secret) {
    byte[] pair = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
