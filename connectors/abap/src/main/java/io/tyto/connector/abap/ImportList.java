package io.tyto.connector.abap;

import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Delivery.Item;

/** The list an operator works through where no interface to import is open. */
final class ImportList {
  private ImportList() {}

  static String of(AbapSettings settings, Delivery delivery) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Import into %s, client %s, in this order:\n\n"
            .formatted(settings.systemId(), settings.client()));
    int position = 1;
    for (Item item : delivery.items()) {
      text.append("%3d. %s  %s".formatted(position++, item.externalId(), item.name()));
      text.append(
          "  (%d objects, owner %s)"
              .formatted(item.objects().size(), item.facts().getOrDefault("owner", "?")));
      text.append(item.again() ? "  import again\n" : "\n");
    }
    text.append(
        """

        In transaction STMS_IMPORT of %s: mark exactly these requests, check their order, import them
        together, and wait until none is running. Then enter the return code of each request here and
        attach the log. 0 and 4 count as imported; 6 and 8 need a decision; 12 and above stopped.
        """
            .formatted(settings.systemId()));
    return text.toString();
  }
}
