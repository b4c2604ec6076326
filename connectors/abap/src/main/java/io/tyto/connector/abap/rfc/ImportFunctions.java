package io.tyto.connector.abap.rfc;

import io.tyto.connector.abap.rfc.SoapRfc.Outcome;
import io.tyto.spi.BoundHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The functions around an import, called in the target system itself (facts: 3.8). */
public final class ImportFunctions {
  private static final String IMPORT = "CTS_API_IMPORT_CHANGE_REQUEST";
  private static final String READ = "CTS_API_READ_CHANGE_REQUEST";
  private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  private final SoapRfc rfc;

  public ImportFunctions(BoundHttp http, String client) {
    this.rfc = new SoapRfc(http, client);
  }

  /** What an import returned for one request. */
  public record Line(String request, ReturnCode code) {}

  /**
   * @param code of the whole call: the highest of all
   */
  public record Report(List<Line> lines, ReturnCode code, String message) {

    public Report {
      lines = List.copyOf(lines);
    }
  }

  /** The import and what came back. */
  public sealed interface Imported {

    record Reported(Report report) implements Imported {}

    /**
     * @param outcome never {@link Outcome.Answered}
     */
    record NotReported(Outcome outcome) implements Imported {}
  }

  /** Synchronous, in this order. Not idempotent. */
  public Imported importAll(String systemId, String client, List<String> requests) {
    Outcome outcome =
        rfc.call(IMPORT, IMPORT_TIMEOUT, xml -> importParameters(xml, systemId, client, requests));
    return switch (outcome) {
      case Outcome.Answered answered -> new Imported.Reported(report(answered.response()));
      case Outcome.Faulted faulted -> new Imported.NotReported(faulted);
      case Outcome.Other other -> new Imported.NotReported(other);
    };
  }

  /**
   * Whether the system itself has the request. It tells that a request arrived, not how its import
   * ended: the return code of this function is that of the read. Single source, and not of every
   * release.
   *
   * @return empty when the system does not tell
   */
  public Optional<Boolean> arrived(String request) {
    Outcome outcome = rfc.call(READ, READ_TIMEOUT, xml -> text(xml, "REQUEST", request));
    if (outcome instanceof Outcome.Answered answered) {
      Element response = answered.response();
      return Optional.of(
          !exported(response, "OWNER").isEmpty() || !exported(response, "STATUS").isEmpty());
    }
    return Optional.empty();
  }

  /** Reaches the service with a function that does nothing. */
  public Outcome ping() {
    return rfc.call("RFC_PING", READ_TIMEOUT, xml -> {});
  }

  private static void importParameters(
      XMLStreamWriter xml, String systemId, String client, List<String> requests)
      throws XMLStreamException {
    text(xml, "SYSTEM", systemId);
    text(xml, "CLIENT", client);
    xml.writeStartElement("REQUESTS");
    for (String request : requests) {
      xml.writeStartElement("item");
      text(xml, "REQUEST", request);
      text(xml, "RETCODE", "");
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private static Report report(Element response) {
    List<Line> lines = new ArrayList<>();
    NodeList items = response.getElementsByTagNameNS("*", "item");
    for (int i = 0; i < items.getLength(); i++) {
      Element item = (Element) items.item(i);
      String number = SoapRfc.child(item, "REQUEST");
      lines.add(new Line(number, new ReturnCode(SoapRfc.child(item, "RETCODE"))));
    }
    return new Report(
        lines, new ReturnCode(exported(response, "RETCODE")), exported(response, "MESSAGE"));
  }

  /** A direct child only: rows of the table have a field of the same name. */
  private static String exported(Element response, String name) {
    for (var at = response.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element && name.equals(element.getLocalName())) {
        return element.getTextContent().strip();
      }
    }
    return "";
  }
}
