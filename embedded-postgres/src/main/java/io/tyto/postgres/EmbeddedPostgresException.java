package io.tyto.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot run; the message says why and what to do, for the operator. */
public class EmbeddedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmbeddedPostgresException(String message) {
    super(message);
  }

  public EmbeddedPostgresException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
