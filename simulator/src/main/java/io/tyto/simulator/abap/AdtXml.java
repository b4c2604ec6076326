package io.tyto.simulator.abap;

import io.tyto.simulator.xml.SafeXml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers of the transport organizer in SAP's shapes (facts: targets 3.1, 3.3, 3.4, 3.6). */
final class AdtXml {
  static final String TREE = "application/vnd.sap.adt.transportorganizertree.v1+xml";
  static final String SINGLE = "application/vnd.sap.adt.transportorganizer.v1+xml";
  static final String BASE = "/sap/bc/adt/cts/transportrequests/";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter COMMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd HHmmss").withZone(ZoneOffset.UTC);

  private final Instant now;
  private final boolean oldRelease;

  AdtXml(Instant now, boolean oldRelease) {
    this.now = now;
    this.oldRelease = oldRelease;
  }

  static String error(String type, String message) {
    String text = SafeXml.escape(message);
    return HEAD
        + "<exc:exception xmlns:exc=\"http://www.sap.com/abapxml/types/communicationframework\">"
        + "<namespace id=\"com.sap.adt\"/><type id=\""
        + SafeXml.escape(type)
        + "\"/><message lang=\"EN\">"
        + text
        + "</message><localizedMessage lang=\"EN\">"
        + text
        + "</localizedMessage><properties><entry key=\"T100KEY-ID\">TK</entry></properties>"
        + "</exc:exception>";
  }

  static String bareRoot() {
    return HEAD + "<tm:root xmlns:tm=\"http://www.sap.com/cts/adt/tm\"/>";
  }

  String tree(List<TransportRequest> requests) {
    StringBuilder out = new StringBuilder(HEAD);
    out.append("<tm:root xmlns:tm=\"http://www.sap.com/cts/adt/tm\">");
    category(
        out, "workbench", "Workbench", requests.stream().filter(r -> !r.customizing()).toList());
    category(
        out, "customizing", "Customizing", requests.stream().filter(r -> r.customizing()).toList());
    return out.append("</tm:root>").toString();
  }

  String request(TransportRequest request, String asked) {
    boolean byTask = !asked.equals(request.number());
    StringBuilder out = new StringBuilder(HEAD);
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns:tm", "http://www.sap.com/cts/adt/tm");
    root.put("xmlns:adtcore", "http://www.sap.com/adt/core");
    root.put("xmlns:atom", "http://www.w3.org/2005/Atom");
    root.put("tm:object_type", byTask ? "T" : request.customizing() ? "W" : "K");
    root.put("adtcore:name", asked);
    root.put("adtcore:type", "RQRQ");
    root.put("adtcore:changedAt", request.changedAt(now).toString());
    root.put("adtcore:changedBy", request.owner());
    root.put("adtcore:createdBy", request.owner());
    open(out, "tm:root", root, false);
    open(out, "tm:request", header(request), false);
    out.append("<tm:long_desc/>");
    link(out, request.number());
    if (!byTask) {
      request.tasks().forEach(task -> task(out, request, task, task.type()));
      out.append("<tm:all_objects>");
      objects(out, request.allObjects(), request.modifiable());
      comment(out, request);
      out.append("</tm:all_objects>");
      objects(out, request.objects(), request.modifiable());
    }
    out.append("</tm:request>");
    request.task(asked).ifPresent(task -> task(out, request, task, task.type()));
    return out.append("</tm:root>").toString();
  }

  String created(TransportRequest request) {
    return HEAD
        + "<tm:root xmlns:tm=\"http://www.sap.com/cts/adt/tm\" tm:useraction=\"newrequest\">"
        + element("tm:request", header(request))
        + "</tm:root>";
  }

  String newTask(String number, String user) {
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns:tm", "http://www.sap.com/cts/adt/tm");
    root.put("tm:targetuser", user);
    root.put("tm:useraction", "tasks");
    root.put("tm:number", number);
    root.put("tm:uri", BASE + number);
    return HEAD + element("tm:root", root);
  }

  /** The answer to a release; it comes with HTTP 200 whatever its status. */
  String releaseReport(String number, String status, String text, String error) {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("xmlns:chkrun", "http://www.sap.com/adt/checkrun");
    report.put("chkrun:reporter", "transportrelease");
    report.put("chkrun:triggeringUri", BASE + number);
    report.put("chkrun:status", status);
    report.put("chkrun:statusText", text);
    StringBuilder out = new StringBuilder(HEAD);
    Map<String, String> root = new LinkedHashMap<>();
    root.put("xmlns:tm", "http://www.sap.com/cts/adt/tm");
    root.put("tm:useraction", "newreleasejobs");
    root.put("tm:releasetimestamp", STAMP.format(now) + " ");
    root.put("tm:number", number);
    open(out, "tm:root", root, false);
    out.append("<tm:releasereports>");
    open(out, "chkrun:checkReport", report, false);
    out.append("<chkrun:checkMessageList>");
    if (!error.isEmpty()) {
      Map<String, String> message = new LinkedHashMap<>();
      message.put("chkrun:uri", BASE + number);
      message.put("chkrun:type", "E");
      message.put("chkrun:shortText", error);
      open(out, "chkrun:checkMessage", message, true);
    }
    out.append("</chkrun:checkMessageList></chkrun:checkReport>");
    return out.append("</tm:releasereports></tm:root>").toString();
  }

  /** The older list of headers, {@code _action=FIND}. */
  String find(List<TransportRequest> requests) {
    StringBuilder out = new StringBuilder(HEAD);
    out.append("<asx:abap xmlns:asx=\"http://www.sap.com/abapxml\" version=\"1.0\">");
    out.append("<asx:values><DATA>");
    for (TransportRequest each : requests) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("TRKORR", each.number());
      row.put("TRFUNCTION", each.type());
      row.put("TRSTATUS", each.status(now));
      row.put("TARSYSTEM", each.target());
      row.put("AS4USER", each.owner());
      String at = each.changedAt(now).toString();
      row.put("AS4DATE", at.substring(0, 10));
      row.put("AS4TIME", at.substring(11, 19));
      row.put("AS4TEXT", each.description());
      row.put("CLIENT", each.client());
      out.append("<CTS_REQ_HEADER>");
      row.forEach((name, value) ->
          out.append('<' + name + '>' + SafeXml.escape(value) + "</" + name + '>'));
      out.append("</CTS_REQ_HEADER>");
    }
    return out.append("</DATA></asx:values></asx:abap>").toString();
  }

  private void category(
      StringBuilder out, String tag, String words, List<TransportRequest> requests) {
    out.append("<tm:").append(tag).append(" tm:category=\"").append(words).append("\">");
    Map<String, List<TransportRequest>> byTarget = new TreeMap<>();
    requests.forEach(
        each -> byTarget.computeIfAbsent(each.target(), t -> new ArrayList<>()).add(each));
    byTarget.forEach((target, list) -> {
      out.append("<tm:target tm:name=\"").append(SafeXml.escape(target));
      out.append("\" tm:desc=\"\">");
      group(out, "modifiable", list.stream().filter(r -> !r.status(now).equals("R")).toList());
      group(out, "released", list.stream().filter(r -> r.status(now).equals("R")).toList());
      out.append("</tm:target>");
    });
    out.append("</tm:").append(tag).append('>');
  }

  private void group(StringBuilder out, String tag, List<TransportRequest> requests) {
    if (requests.isEmpty()) {
      return;
    }
    String words = tag.equals("released") ? "Released" : "Modifiable";
    out.append("<tm:").append(tag).append(" tm:status=\"").append(words).append("\">");
    for (TransportRequest each : requests) {
      open(out, "tm:request", header(each), oldRelease);
      if (!oldRelease) {
        each.tasks().forEach(task -> task(out, each, task, task.spokenType()));
        objects(out, each.objects(), each.modifiable());
        comment(out, each);
        out.append("</tm:request>");
      }
    }
    out.append("</tm:").append(tag).append('>');
  }

  private Map<String, String> header(TransportRequest each) {
    String status = each.status(now);
    Map<String, String> out = new LinkedHashMap<>();
    out.put("tm:number", each.number());
    out.put("tm:owner", each.owner());
    out.put("tm:desc", each.description());
    out.put("tm:status", status);
    out.put("tm:uri", BASE + each.number());
    if (!oldRelease) {
      out.put("tm:parent", "");
      out.put("tm:type", each.type());
      out.put("tm:status_text", TransportRequest.spokenStatus(status));
      out.put("tm:target", each.target());
      out.put("tm:target_desc", "");
      out.put("tm:source_client", each.client());
      out.put("tm:lastchanged_timestamp", STAMP.format(each.changedAt(now)));
    }
    return out;
  }

  private static void task(
      StringBuilder out, TransportRequest request, TransportTask task, String type) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("tm:number", task.number());
    attributes.put("tm:parent", task.parent());
    attributes.put("tm:owner", task.owner());
    attributes.put("tm:desc", task.description());
    attributes.put("tm:type", type);
    attributes.put("tm:status", task.status());
    attributes.put("tm:status_text", TransportRequest.spokenStatus(task.status()));
    attributes.put("tm:target", request.target());
    attributes.put("tm:lastchanged_timestamp", STAMP.format(task.changedAt()));
    attributes.put("tm:uri", BASE + task.number());
    open(out, "tm:task", attributes, false);
    objects(out, task.objects(), !task.released());
    out.append("</tm:task>");
  }

  private static void objects(StringBuilder out, List<TransportObject> objects, boolean locked) {
    int position = 0;
    for (TransportObject each : objects) {
      position++;
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("tm:pgmid", each.pgmid());
      attributes.put("tm:type", each.type());
      attributes.put("tm:name", each.name());
      attributes.put("tm:wbtype", each.workbenchType());
      attributes.put("tm:obj_desc", each.description());
      attributes.put("tm:position", String.format("%06d", position));
      attributes.put("tm:lock_status", locked ? "X" : "");
      open(out, "tm:abap_object", attributes, true);
    }
  }

  private void comment(StringBuilder out, TransportRequest each) {
    if (each.releasedAt() != null && each.status(now).equals("R")) {
      String name = each.number() + " " + COMMENT.format(each.changedAt(now)) + " " + each.owner();
      objects(
          out,
          List.of(new TransportObject("CORR", "RELE", name, "Comment Entry: Released")),
          false);
    }
  }

  private static void link(StringBuilder out, String number) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("href", BASE + number);
    attributes.put("rel", "http://www.sap.com/cts/relations/adturi");
    attributes.put("type", "application/vnd.sap.adt.transportrequests.v1+xml");
    attributes.put("title", "Transport Organizer ADT URI");
    open(out, "atom:link", attributes, true);
  }

  private static String element(String name, Map<String, String> attributes) {
    StringBuilder out = new StringBuilder();
    open(out, name, attributes, true);
    return out.toString();
  }

  private static void open(
      StringBuilder out, String name, Map<String, String> attributes, boolean close) {
    out.append('<').append(name);
    attributes.forEach((key, value) ->
        out.append(' ').append(key).append("=\"").append(SafeXml.escape(value)).append('"'));
    out.append(close ? "/>" : ">");
  }
}
