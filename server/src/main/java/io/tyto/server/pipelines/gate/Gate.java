package io.tyto.server.pipelines.gate;

/** One rule. May read the outside, never changes anything; asked outside of transactions. */
public interface Gate {

  /** Stable, kebab-case; the code of the refusal when it stops. */
  String code();

  GateVerdict check(GateSubject subject);
}
