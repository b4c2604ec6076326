package io.tyto.server.kernel;

/** The server cannot start as it is set up; the message says in one line what to do. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefused(String message) {
    super(message);
  }
}
