package io.tyto.simulator.cpi.content;

/** One externalized parameter of an iFlow with its present value. */
public record Parameter(String key, String value, String dataType, String description) {
  public Parameter withValue(String newValue) {
    return new Parameter(key, newValue, dataType, description);
  }
}
