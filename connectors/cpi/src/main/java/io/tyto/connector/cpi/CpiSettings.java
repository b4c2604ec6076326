package io.tyto.connector.cpi;

import io.tyto.spi.Setting;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of one Cloud Integration tenant. */
public record CpiSettings(
    @Setting(
            title = "API address",
            description =
                "Service root without /api/v1. May be left out when the service key carries it.",
            required = false,
            in =
                @Setting.In(
                    language = "de",
                    title = "API-Adresse",
                    description =
                        "Wurzel des Dienstes ohne /api/v1. Darf fehlen, wenn der Service Key sie"
                            + " enthält."),
            format = "uri")
        @Nullable String apiUrl,
    @Setting(
            title = "Settle time in seconds",
            description =
                "How long after a lost answer nothing new at the tenant means that nothing happened."
                    + " Longer than a build takes there.",
            required = false,
            in =
                @Setting.In(
                    language = "de",
                    title = "Ruhezeit in Sekunden",
                    description =
                        "Wie lange nach einer verlorenen Antwort nichts Neues im Tenant heißt, dass"
                            + " nichts geschehen ist. Länger, als ein Build dort dauert."),
            defaultValue = "30")
        @Nullable Integer settleSeconds) {

  private static final int DEFAULT_SETTLE_SECONDS = 30;

  Duration settle() {
    return Duration.ofSeconds(Objects.requireNonNullElse(settleSeconds, DEFAULT_SETTLE_SECONDS));
  }
}
