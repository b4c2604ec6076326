package io.tyto.connector.cloudalm;

import io.tyto.spi.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Where the tenant is.
 *
 * @param hostUrl any address of the tenant as copied from the browser; only scheme, host and port
 *     are used, for links and, when the service key names no API address, for calls
 */
public record CloudAlmSettings(
    @Setting(
            title = "Tenant address",
            description = "For example https://mycompany.eu10.alm.cloud.sap",
            required = false,
            in =
                @Setting.In(
                    language = "de",
                    title = "Adresse des Tenants",
                    description = "Zum Beispiel https://mycompany.eu10.alm.cloud.sap"),
            format = "uri")
        @Nullable String hostUrl) {}
