package io.tyto.connector.abap.rfc;

import java.util.OptionalInt;

/**
 * A transport return code (facts: 3.7).
 *
 * @param raw as the system says it, for example {@code 004}
 */
public record ReturnCode(String raw) {

  /** What it means for the one who imports; the later, the worse. */
  public enum Meaning {
    SUCCESS("imported"),
    WARNINGS("imported with warnings"),
    ERRORS("not everything was imported: errors for single objects or in what follows the import"),
    /** Among others also of what was not begun any more. */
    UNREADABLE("no return code"),
    TERMINATED("the import was terminated");

    private final String text;

    Meaning(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Above 100 only the last two digits count. */
  public OptionalInt value() {
    String digits = raw.strip();
    if (!digits.matches("\\d{1,6}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(digits);
    return OptionalInt.of(number > 100 ? number % 100 : number);
  }

  public Meaning meaning() {
    OptionalInt value = value();
    if (value.isEmpty()) {
      return Meaning.UNREADABLE;
    }
    int code = value.getAsInt();
    if (code == 0) {
      return Meaning.SUCCESS;
    }
    if (code <= 4) {
      return Meaning.WARNINGS;
    }
    return code < 12 ? Meaning.ERRORS : Meaning.TERMINATED;
  }
}
