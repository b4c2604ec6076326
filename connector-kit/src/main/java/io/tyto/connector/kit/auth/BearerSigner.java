package io.tyto.connector.kit.auth;

import io.tyto.connector.kit.net.Signer;
import java.util.function.Supplier;

/** Signs by a fixed token; it is asked for at every call and not kept. */
public final class BearerSigner implements Signer {
  private final Supplier<String> token;

  public BearerSigner(Supplier<String> token) {
    this.token = token;
  }

  @Override
  public Signature sign() {
    return Signature.authorization("Bearer " + token.get());
  }

  @Override
  public boolean rejected(Signature signature) {
    return false;
  }
}
