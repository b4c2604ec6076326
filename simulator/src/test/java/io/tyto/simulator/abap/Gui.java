package io.tyto.simulator.abap;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.xml.SafeXml;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A caller of one ABAP system over HTTP; keeps its session cookie. */
final class Gui {
  static final String TREE = "application/vnd.sap.adt.transportorganizertree.v1+xml";
  static final String REQUESTS = "/sap/bc/adt/cts/transportrequests";
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String url;
  private final String authorization;
  private String csrf = "";

  private Gui(String url, String authorization) {
    this.url = url;
    this.authorization = authorization;
  }

  static Gui of(Simulator simulator, String id) {
    String url = simulator.url(id);
    JsonNode logon = Json.mapper().valueToTree(simulator.system(id).describe(url));
    String pair = logon.path("username").asString() + ":" + logon.path("password").asString();
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return new Gui(url, "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  Gui handshake() {
    csrf =
        call("GET", "/sap/bc/adt/core/discovery", "", "x-csrf-token", "Fetch")
            .headers()
            .firstValue("x-csrf-token")
            .orElseThrow();
    return this;
  }

  HttpResponse<String> get(String path, String accept) {
    return call("GET", path, "", "Accept", accept);
  }

  HttpResponse<String> change(String verb, String path, String body) {
    return call(verb, path, body, "x-csrf-token", csrf);
  }

  HttpResponse<String> release(String number) {
    return change("POST", REQUESTS + "/" + number + "/newreleasejobs", "");
  }

  String status(String number) throws SafeXml.Unreadable {
    byte[] xml =
        get(REQUESTS + "/" + number, "application/vnd.sap.adt.transportorganizer.v1+xml")
            .body()
            .getBytes(StandardCharsets.UTF_8);
    return SafeXml.all(SafeXml.parse(xml), "request")
        .getFirst()
        .getAttributeNS("http://www.sap.com/cts/adt/tm", "status");
  }

  /** Return codes as answered: overall first, then one a request. */
  List<String> importRequests(String system, String... numbers) throws SafeXml.Unreadable {
    StringBuilder rows = new StringBuilder();
    for (String number : numbers) {
      rows.append("<item><REQUEST>").append(number).append("</REQUEST></item>");
    }
    HttpResponse<String> answer =
        rfc(
            "CTS_API_IMPORT_CHANGE_REQUEST",
            "<CLIENT>100</CLIENT><SYSTEM>" + system + "</SYSTEM><REQUESTS>" + rows + "</REQUESTS>");
    var document = SafeXml.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    return SafeXml.all(document, "RETCODE").stream()
        .map(each -> each.getTextContent().trim())
        .toList();
  }

  HttpResponse<String> rfc(String function, String content) {
    return call(
        "POST",
        "/sap/bc/soap/rfc?sap-client=100",
        "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " xmlns:urn=\"urn:sap-com:document:sap:rfc:functions\"><soapenv:Body><urn:"
            + function
            + ">"
            + content
            + "</urn:"
            + function
            + "></soapenv:Body></soapenv:Envelope>",
        "Content-Type",
        "text/xml; charset=utf-8");
  }

  HttpResponse<String> call(String verb, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", authorization)
            .method(verb, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
