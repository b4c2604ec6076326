package io.tyto.server.kernel;

/**
 * The version a caller has seen, from {@code If-Match: "<version>"}; a method parameter of
 * controllers.
 */
public record ExpectedVersion(int value) {

  /**
   * @throws Refusal {@code stale} (412) when the resource has moved on
   */
  public void mustBe(int current) {
    if (value != current) {
      throw new Refusal(
          GeneralRefusal.STALE,
          "Somebody changed this meanwhile: it is at version %d now, you saw version %d. Read it again."
              .formatted(current, value));
    }
  }
}
