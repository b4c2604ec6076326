package io.tyto.connector.abap;

import io.tyto.spi.Setting;
import org.jspecify.annotations.Nullable;

/** Settings of one client of one ABAP system. */
public record AbapSettings(
    @Setting(
            title = "URL",
            description = "https://host:port of the system",
            format = "uri",
            in =
                @Setting.In(
                    language = "de",
                    title = "URL",
                    description = "https://host:port des Systems"))
        String url,
    @Setting(
            title = "Client",
            description = "Three digits",
            in = @Setting.In(language = "de", title = "Mandant", description = "Drei Ziffern"))
        String client,
    @Setting(
            title = "System id",
            description = "Three characters, as in DEVK900123",
            in =
                @Setting.In(
                    language = "de",
                    title = "System-ID",
                    description = "Drei Zeichen, wie in DEVK900123"))
        String systemId,
    @Setting(
            title = "Import by",
            description =
                "soap-rfc calls the import function of the system itself; by-hand prints the list"
                    + " and takes return codes. odata and tp-agent are not available yet.",
            required = false,
            oneOf = {"soap-rfc", "odata", "tp-agent", "by-hand"},
            in =
                @Setting.In(
                    language = "de",
                    title = "Import durch",
                    description =
                        "soap-rfc ruft die Importfunktion des Systems selbst; by-hand druckt die"
                            + " Liste und nimmt Rückgabewerte. odata und tp-agent gibt es noch"
                            + " nicht."),
            defaultValue = "by-hand")
        @Nullable String importVia,
    @Setting(
            title = "Read the import log",
            description =
                "After a lost answer, ask CTS_API_READ_CHANGE_REQUEST whether the requests arrived."
                    + " It never tells a return code, and not every release has it.",
            required = false,
            in =
                @Setting.In(
                    language = "de",
                    title = "Importprotokoll lesen",
                    description =
                        "Nach einer verlorenen Antwort CTS_API_READ_CHANGE_REQUEST fragen, ob die"
                            + " Aufträge angekommen sind. Einen Rückgabewert sagt es nie, und nicht"
                            + " jedes Release hat es."),
            defaultValue = "false")
        @Nullable Boolean readImportLog) {

  static final String SOAP_RFC = "soap-rfc";
  static final String BY_HAND = "by-hand";

  /** By hand unless somebody said otherwise: nothing is imported by accident. */
  String carrier() {
    return importVia == null || importVia.isBlank() ? BY_HAND : importVia;
  }

  boolean readsImportLog() {
    return Boolean.TRUE.equals(readImportLog);
  }
}
