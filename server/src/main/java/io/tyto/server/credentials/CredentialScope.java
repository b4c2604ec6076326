package io.tyto.server.credentials;

/** Who may see and use a credential. */
public enum CredentialScope {
  /** Everybody who may work with credentials. */
  GLOBAL,
  /** Its creator only; to everybody else, administrators included, it does not exist. */
  PRIVATE
}
