package io.tyto.server.pipelines.rig;

/** The process is gone from here on; nobody catches this. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  public Killed(String where) {
    super(where, null, false, false);
  }
}
