package io.tyto.server.identity;

/** Roles on the whole server. */
public enum ServerRole {
  ADMIN,
  AUDITOR
}
