package io.tyto.server.alm.internal.sync;

/** This attempt of a sync may go on no longer: another one took over, or the sync was ended. */
final class LostSyncException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostSyncException(String message) {
    super(message);
  }
}
