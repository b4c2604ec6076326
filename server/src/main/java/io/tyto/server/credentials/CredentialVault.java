package io.tyto.server.credentials;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;

/** Opens credentials for connections; nobody else asks. */
public interface CredentialVault {

  /**
   * @throws Refusal {@code not-found}, {@code secret-missing}, or {@code secret-unreadable} when
   *     the master key is another one or the row was tampered with
   */
  SignIn open(String credentialId);

  /** Lets the credential go to one more host from now on; repeatable. */
  void bind(Actor by, String credentialId, String host);
}
