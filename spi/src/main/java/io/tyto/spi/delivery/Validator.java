package io.tyto.spi.delivery;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import java.util.List;

/** Runs the checks its descriptor names. Free of effects. */
public interface Validator<S extends Record> extends Connector<S> {

  /**
   * @param at the system the check asks, as {@link io.tyto.spi.Descriptor.CheckKind#at()} says
   * @return one line per finding; an empty list is a pass
   */
  List<CheckFinding> validate(Connection<S> at, Delivery delivery, String check);

  /**
   * @param place what it is about: an artifact, an object, a parameter
   * @param cure what to do
   */
  record CheckFinding(String check, Severity severity, String place, String message, String cure) {}

  /** ERROR fails the validation, WARNING does not. */
  enum Severity {
    INFO,
    WARNING,
    ERROR
  }
}
