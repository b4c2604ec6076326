package io.tyto.server.kernel;

/** A module's own enum of refusals implements this; {@code code()} is stable and kebab-case. */
public interface RefusalCode {

  String code();

  RefusalKind kind();
}
