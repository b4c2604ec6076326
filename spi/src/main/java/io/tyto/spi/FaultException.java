package io.tyto.spi;

/** Carries a {@link Fault} out of a reading call. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Fault fault;

  public FaultException(Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  public FaultException(Fault fault, Throwable cause) {
    super(fault.message(), cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
