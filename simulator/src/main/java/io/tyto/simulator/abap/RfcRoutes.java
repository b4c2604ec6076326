package io.tyto.simulator.abap;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * {@code /sap/bc/soap/rfc}: the import of an ordered list of requests into this system (facts:
 * targets 3.8). The call is synchronous; it ends at the first return code of 12 and above and
 * leaves the rest of the list without one.
 */
final class RfcRoutes {
  private static final String IMPORT = "CTS_API_IMPORT_CHANGE_REQUEST";
  private static final String READ = "CTS_API_READ_CHANGE_REQUEST";
  private static final String PING = "RFC_PING";
  private static final String FUNCTIONS = "urn:sap-com:document:sap:rfc:functions";
  private static final int NOT_THERE = 12;

  private final String systemId;
  private final TransportDirectory directory;
  private final AdtSession session;
  private final Desk desk;

  RfcRoutes(String systemId, TransportDirectory directory, AdtSession session, Desk desk) {
    this.systemId = systemId;
    this.directory = directory;
    this.session = session;
    this.desk = desk;
  }

  /** One line of the answer's table; no code when it was never begun. */
  private record Row(String request, Optional<Integer> retcode) {}

  void on(JavalinDefaultRoutingApi routes) {
    routes.post("/sap/bc/soap/rfc", this::serve);
  }

  private void serve(Context ctx) {
    if (!on(AbapSwitch.SOAP_RFC)) {
      throw Answer.text(
          404, "text/html", "<html><body><h1>404 Service not active (ICF)</h1></body></html>");
    }
    String user = session.user(ctx);
    Element call = call(ctx);
    switch (call.getLocalName()) {
      case IMPORT -> importAll(ctx, call, user);
      case READ -> read(ctx, call);
      case PING -> envelope(ctx, PING, "");
      default -> throw fault("Function module " + call.getLocalName() + " not found");
    }
  }

  private static Element call(Context ctx) {
    Document document;
    try {
      document = SafeXml.parse(ctx.bodyAsBytes());
    } catch (SafeXml.Unreadable e) {
      throw fault("The envelope cannot be read");
    }
    return SafeXml.all(document, "Body").stream()
        .flatMap(body -> SafeXml.all(body, "*").stream())
        .findFirst()
        .orElseThrow(() -> fault("The envelope has no call"));
  }

  private void importAll(Context ctx, Element call, String user) {
    String client = SafeXml.text(call, "CLIENT");
    String system = SafeXml.text(call, "SYSTEM");
    List<String> numbers =
        SafeXml.all(call, "REQUESTS").stream()
            .flatMap(table -> SafeXml.all(table, "REQUEST").stream())
            .map(each -> each.getTextContent().trim().toUpperCase(Locale.ROOT))
            .toList();
    if (!system.equals(systemId)) {
      importAnswer(
          ctx, List.of(), NOT_THERE, "System " + system + " cannot be reached: TMSSUP logon");
      return;
    }
    if (numbers.isEmpty()) {
      importAnswer(ctx, List.of(), NOT_THERE, "No request was given");
      return;
    }
    List<Row> rows = run(ctx, numbers, client, user);
    int worst = rows.stream().mapToInt(each -> each.retcode().orElse(0)).max().orElse(0);
    importAnswer(ctx, rows, worst, message(rows, worst));
  }

  private List<Row> run(Context ctx, List<String> numbers, String client, String user) {
    String subject = "POST " + ctx.req().getRequestURI();
    Optional<Faults.Fault> fault = desk.faults().take(subject, List.of("fail-deploy"));
    List<Row> rows = new ArrayList<>();
    Map<String, @Nullable Object> call =
        Json.map(
            "of",
            numbers.size(),
            "client",
            client,
            "call",
            UUID.randomUUID().toString(),
            "by",
            user);
    boolean ended = false;
    for (String number : numbers) {
      if (ended) {
        rows.add(new Row(number, Optional.empty()));
        continue;
      }
      boolean importable = importable(number);
      int retcode = importable ? one(number, client, fault) : NOT_THERE;
      ended = retcode >= NOT_THERE;
      rows.add(new Row(number, Optional.of(retcode)));
      Map<String, @Nullable Object> detail =
          Json.map("retcode", String.format("%04d", retcode), "position", rows.size());
      detail.putAll(call);
      desk.ledger().add(importable ? "import" : "import-refused", number, detail);
    }
    return rows;
  }

  private int one(String number, String client, Optional<Faults.Fault> fault) {
    int retcode =
        fault
            .map(each -> each.value() == null ? 8 : Integer.parseInt(each.value()))
            .orElse(directory.retcode(systemId, number));
    directory.imported(new Imported(number, systemId, client, retcode, directory.now()));
    return retcode;
  }

  private boolean importable(String number) {
    boolean refusedAgain =
        desk.switches().is(AbapSwitch.IMPORT_AGAIN.wireName(), "refuses")
            && directory.isIn(systemId, number);
    return !refusedAgain
        && directory
            .find(number)
            .filter(each -> each.number().equals(number))
            .filter(each -> each.status(directory.now()).equals("R"))
            .isPresent();
  }

  private String message(List<Row> rows, int worst) {
    List<String> numbers = rows.stream().map(Row::request).toList();
    if (worst < 8) {
      return (numbers.size() == 1 ? "Request " : "Requests ")
          + String.join(", ", numbers)
          + " imported";
    }
    Row bad =
        rows.stream().filter(each -> each.retcode().orElse(0) == worst).findFirst().orElseThrow();
    return reason(bad.request())
        .orElse("Import of request " + bad.request() + " ended with return code " + worst);
  }

  private Optional<String> reason(String number) {
    Optional<TransportRequest> found = directory.find(number);
    if (found.isEmpty()) {
      return Optional.of("Request " + number + " is not in the import queue of " + systemId);
    }
    if (!found.get().number().equals(number)) {
      return Optional.of(number + " is a task, not a request");
    }
    if (!found.get().status(directory.now()).equals("R")) {
      return Optional.of("Request " + number + " is not yet released");
    }
    return Optional.empty();
  }

  private static void importAnswer(Context ctx, List<Row> rows, int retcode, String message) {
    StringBuilder out = new StringBuilder();
    out.append("<MESSAGE>").append(SafeXml.escape(message)).append("</MESSAGE>");
    out.append("<RETCODE>").append(code(retcode)).append("</RETCODE><REQUESTS>");
    for (Row each : rows) {
      out.append("<item><REQUEST>").append(SafeXml.escape(each.request())).append("</REQUEST>");
      out.append("<RETCODE>");
      out.append(each.retcode().map(RfcRoutes::code).orElse(""));
      out.append("</RETCODE></item>");
    }
    envelope(ctx, IMPORT, out.append("</REQUESTS>").toString());
  }

  /** What this system knows of a request; the return code is that of the reading itself. */
  private void read(Context ctx, Element call) {
    if (!on(AbapSwitch.READ_CHANGE_REQUEST)) {
      throw fault("Function module " + READ + " not found");
    }
    String number = SafeXml.text(call, "REQUEST").toUpperCase(Locale.ROOT);
    Optional<TransportRequest> found =
        directory
            .find(number)
            .filter(each ->
                each.number().startsWith(systemId)
                    || directory.lastImport(systemId, number).isPresent());
    if (found.isEmpty()) {
      String text = "Request " + number + " does not exist in system " + systemId;
      envelope(
          ctx,
          READ,
          "<MESSAGE>" + SafeXml.escape(text) + "</MESSAGE><RETCODE>008</RETCODE><OBJECTS/>");
      return;
    }
    envelope(ctx, READ, known(found.get()));
  }

  private String known(TransportRequest request) {
    StringBuilder out = new StringBuilder();
    field(out, "CATEGORY", request.type());
    field(out, "CLIENT", request.client());
    field(out, "DESCRIPTION", request.description());
    field(out, "MESSAGE", "");
    field(out, "OWNER", request.owner());
    field(out, "RETCODE", code(0));
    field(out, "STATUS", request.status(directory.now()));
    out.append("<OBJECTS>");
    for (TransportObject each : request.allObjects()) {
      out.append("<item>");
      field(out, "PGMID", each.pgmid());
      field(out, "OBJECT", each.type());
      field(out, "OBJ_NAME", each.name());
      out.append("</item>");
    }
    return out.append("</OBJECTS>").toString();
  }

  private static void field(StringBuilder out, String name, String value) {
    out.append('<').append(name).append('>').append(SafeXml.escape(value));
    out.append("</").append(name).append('>');
  }

  private static void envelope(Context ctx, String function, String content) {
    ctx.status(200)
        .contentType("text/xml; charset=utf-8")
        .result(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><SOAP-ENV:Envelope"
                + " xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Body>"
                + ("<urn:" + function + ".Response xmlns:urn=\"" + FUNCTIONS + "\">")
                + content
                + ("</urn:" + function + ".Response></SOAP-ENV:Body></SOAP-ENV:Envelope>"));
  }

  /** A SOAP fault comes with HTTP 500. */
  static Answer fault(String text) {
    return Answer.text(
        500,
        "text/xml; charset=utf-8",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><SOAP-ENV:Envelope"
            + " xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Body>"
            + "<SOAP-ENV:Fault><faultcode>SOAP-ENV:Server</faultcode><faultstring>"
            + SafeXml.escape(text)
            + "</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>");
  }

  private static String code(int retcode) {
    return String.format("%03d", retcode);
  }

  private boolean on(AbapSwitch which) {
    return desk.switches().on(which.wireName());
  }
}
