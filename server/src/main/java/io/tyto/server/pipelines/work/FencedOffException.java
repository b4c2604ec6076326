package io.tyto.server.pipelines.work;

/** Another worker took the effect over; this one stops without a word. */
public final class FencedOffException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FencedOffException() {
    super("Another worker goes on with this effect");
  }
}
