package io.tyto.server.credentials;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.Refusal;
import java.util.Collection;

/** Keeps credentials; shows all of them but the secret. */
public interface Credentials {

  /** Credentials that caller may see. */
  Page<CredentialView> list(Actor caller, CredentialQuery query);

  /**
   * @throws Refusal {@code not-found} also when it is somebody else's private one
   */
  CredentialView get(Actor caller, String id);

  /**
   * @throws Refusal with an error at each field that is missing or cannot be right
   */
  CredentialView create(Actor caller, CredentialInput input);

  /**
   * Changes what is given. A changed host of token or API address clears the stored secret, unless
   * the change brings a new one.
   *
   * @throws Refusal {@code stale} when it is no longer that version
   */
  CredentialView change(Actor caller, String id, int version, CredentialInput input);

  /**
   * @throws Refusal {@code credential-in-use} naming the uses
   */
  void remove(Actor caller, String id);

  /**
   * The credential, for something that several people use or that runs without a person.
   *
   * @param types ids of the credential types that fit
   * @param field where errors belong in the caller's input
   * @throws Refusal at that field: unknown or invisible, of another type, private, or its secret is
   *     missing
   */
  CredentialView forShared(Actor caller, String id, Collection<String> types, String field);
}
