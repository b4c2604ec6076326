package io.tyto.connector.abap.rfc;

import io.tyto.connector.kit.wire.Faults;
import io.tyto.connector.kit.xml.SafeXml;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Calls remote-enabled function modules by the service {@code /sap/bc/soap/rfc} (facts: 3.8). */
public final class SoapRfc {
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String FUNCTIONS = "urn:sap-com:document:sap:rfc:functions";

  private final BoundHttp http;
  private final String client;

  public SoapRfc(BoundHttp http, String client) {
    this.http = http;
    this.client = client;
  }

  /** Writes the parameters of a call. */
  @FunctionalInterface
  public interface Parameters {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** How a call ended. */
  public sealed interface Outcome {

    /**
     * @param response element whose children are the exported parameters
     */
    record Answered(Element response) implements Outcome {}

    /** The function or the service refused with a SOAP fault: it was not carried out. */
    record Faulted(String text) implements Outcome {}

    /** Any other answer, for example an error page. */
    record Other(HttpAnswer answer) implements Outcome {}
  }

  /**
   * @throws io.tyto.spi.FaultException as {@link BoundHttp#send}
   */
  public Outcome call(String function, Duration timeout, Parameters parameters) {
    HttpAnswer answer = http.send(request(function, timeout, parameters));
    Optional<Element> body = body(answer);
    if (body.isEmpty()) {
      return new Outcome.Other(answer);
    }
    Optional<String> fault =
        first(body.get(), "Fault")
            .map(element -> first(element, "faultstring").orElse(element).getTextContent().strip());
    if (fault.isPresent()) {
      return new Outcome.Faulted(Faults.short500(fault.get()));
    }
    Optional<Element> response =
        answer.isSuccess()
            ? first(body.get(), function + ".Response")
                .or(() -> first(body.get(), function + "Response"))
            : Optional.empty();
    return response.<Outcome>map(Outcome.Answered::new).orElseGet(() -> new Outcome.Other(answer));
  }

  /** The call that {@link #call} sends; also names the place in messages. */
  public HttpCall request(String function, Duration timeout, Parameters parameters) {
    String path =
        "/sap/bc/soap/rfc?sap-client=" + URLEncoder.encode(client, StandardCharsets.UTF_8);
    return HttpCall.post(path)
        .accept("text/xml")
        .header("SOAPAction", "\"" + FUNCTIONS + ":" + function + "\"")
        .body("text/xml; charset=utf-8", envelope(function, parameters))
        .timeout(timeout);
  }

  /** Text of a direct child, empty when absent. */
  public static String child(Element parent, String name) {
    return first(parent, name).map(each -> each.getTextContent().strip()).orElse("");
  }

  static Optional<Element> first(Element under, String name) {
    NodeList found = under.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
  }

  private static Optional<Element> body(HttpAnswer answer) {
    try {
      Element root = SafeXml.document(answer.body()).getDocumentElement();
      return "Envelope".equals(root.getLocalName()) ? first(root, "Body") : Optional.empty();
    } catch (SafeXml.UnreadableException notXml) {
      return Optional.empty();
    }
  }

  private static String envelope(String function, Parameters parameters) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = SafeXml.writer(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("soap", "Envelope", ENVELOPE);
      xml.writeNamespace("soap", ENVELOPE);
      xml.writeStartElement("soap", "Body", ENVELOPE);
      xml.writeStartElement("rfc", function, FUNCTIONS);
      xml.writeNamespace("rfc", FUNCTIONS);
      parameters.write(xml);
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossibleInMemory) {
      throw new IllegalStateException(impossibleInMemory);
    }
    return text.toString();
  }
}
