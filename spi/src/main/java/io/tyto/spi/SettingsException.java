package io.tyto.spi;

/** A setting that cannot be right; shown at its field. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;

  public SettingsException(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
