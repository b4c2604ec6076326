package io.tyto.connector.abap.cts;

import io.tyto.connector.kit.xml.SafeXml;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads the transport organizer's XML by local names, tolerant of what a release leaves out. */
final class TransportXml {
  private static final String RELEASE_COMMENT = "CORR RELE ";

  private TransportXml() {}

  /**
   * @throws FaultException MALFORMED
   */
  static List<TransportRequest> requests(byte[] xml) {
    List<TransportRequest> found = new ArrayList<>();
    for (Element request : all(root(xml), "request")) {
      found.add(request(request, children(request, "task")));
    }
    return found;
  }

  /**
   * The answer to one number. Asked for a task, systems give the parent's header without tasks and
   * the task beside it (facts: 3.4).
   *
   * @throws FaultException MALFORMED
   */
  static Optional<TransportRequest> request(byte[] xml) {
    Element root = root(xml);
    return all(root, "request").stream()
        .findFirst()
        .map(request -> {
          List<Element> tasks = new ArrayList<>(children(request, "task"));
          tasks.addAll(children(root, "task"));
          return request(request, tasks);
        });
  }

  /**
   * @throws FaultException MALFORMED
   */
  static ReleaseReport report(byte[] xml) {
    if (xml.length == 0) {
      return new ReleaseReport("", "The system sent no report.", List.of());
    }
    Element root = root(xml);
    List<Element> reports = all(root, "checkReport");
    if (reports.isEmpty()) {
      return new ReleaseReport("", "The system sent no report.", List.of());
    }
    Element last = reports.getLast();
    List<String> messages = new ArrayList<>();
    for (Element message : all(root, "checkMessage")) {
      messages.add(attribute(message, "type") + ": " + attribute(message, "shortText"));
    }
    return new ReleaseReport(attribute(last, "status"), attribute(last, "statusText"), messages);
  }

  /** The text of an ADT exception, if it is one. */
  static Optional<AdtException> exception(byte[] xml) {
    try {
      Element root = SafeXml.document(xml).getDocumentElement();
      if (!local(root).equals("exception")) {
        return Optional.empty();
      }
      String type =
          children(root, "type").stream().map(each -> attribute(each, "id")).findFirst().orElse("");
      String text =
          Stream.concat(
                  children(root, "localizedMessage").stream(), children(root, "message").stream())
              .map(each -> each.getTextContent().strip())
              .filter(each -> !each.isEmpty())
              .findFirst()
              .orElse("");
      return Optional.of(new AdtException(type, text));
    } catch (SafeXml.UnreadableException notXml) {
      return Optional.empty();
    }
  }

  /** A refusal in ADT's own form (facts: 3.1). */
  record AdtException(String type, String message) {}

  private static TransportRequest request(Element request, List<Element> taskElements) {
    List<String> comments = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (Element holder : holders(request)) {
      children(holder, "abap_object").forEach(each -> sort(object(each), own, comments));
    }
    List<TransportTask> tasks = new ArrayList<>();
    for (Element task : taskElements) {
      tasks.add(task(task, comments));
    }
    TransportStatus status = status(request);
    String changedAt = attribute(request, "lastchanged_timestamp");
    String released = status.released() ? releaseTime(comments, changedAt) : "";
    return new TransportRequest(
        attribute(request, "number"),
        attribute(request, "owner"),
        attribute(request, "desc"),
        attribute(request, "type"),
        status,
        attribute(request, "target"),
        attribute(request, "source_client"),
        changedAt,
        released,
        own,
        tasks);
  }

  private static TransportTask task(Element task, List<String> comments) {
    List<String> objects = new ArrayList<>();
    for (Element holder : holders(task)) {
      children(holder, "abap_object").forEach(each -> sort(object(each), objects, comments));
    }
    return new TransportTask(
        attribute(task, "number"), attribute(task, "owner"), status(task), objects);
  }

  private static List<Element> holders(Element element) {
    List<Element> holders = new ArrayList<>(List.of(element));
    holders.addAll(children(element, "all_objects"));
    return holders;
  }

  /** The comment that a release leaves is no object. */
  private static void sort(String object, List<String> objects, List<String> comments) {
    (object.startsWith(RELEASE_COMMENT) ? comments : objects).add(object);
  }

  private static String object(Element object) {
    return attribute(object, "pgmid")
        + " "
        + attribute(object, "type")
        + " "
        + attribute(object, "name");
  }

  /** {@code CORR RELE DEVK900123 20190212 191502 JANE}. */
  private static String releaseTime(List<String> comments, String otherwise) {
    return comments.stream()
        .map(comment -> comment.split("\\s+"))
        .filter(words -> words.length >= 5 && words[3].matches("\\d{8}"))
        .map(words -> words[3] + words[4])
        .max(String::compareTo)
        .orElse(otherwise);
  }

  /** Old releases say it only by the branch of the tree that holds the request. */
  private static TransportStatus status(Element element) {
    String code = attribute(element, "status");
    if (!code.isEmpty()) {
      return TransportStatus.of(code.substring(0, 1));
    }
    for (Node up = element.getParentNode(); up instanceof Element parent; up = up.getParentNode()) {
      switch (local(parent)) {
        case "modifiable" -> {
          return TransportStatus.MODIFIABLE;
        }
        case "released" -> {
          return TransportStatus.RELEASED;
        }
        default -> {}
      }
    }
    return TransportStatus.UNKNOWN;
  }

  /** A logon page may be well-formed too: only the organizer's own root counts. */
  private static Element root(byte[] xml) {
    Fault unexpected =
        Fault.of(Fault.Kind.MALFORMED, "The system's answer is not the XML that was promised.");
    Element root;
    try {
      root = SafeXml.document(xml).getDocumentElement();
    } catch (SafeXml.UnreadableException unreadable) {
      throw new FaultException(unexpected, unreadable);
    }
    if (!local(root).equals("root")) {
      throw new FaultException(unexpected);
    }
    return root;
  }

  private static List<Element> all(Element under, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = under.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element && local(element).equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String attribute(Element element, String name) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (name.equals(attribute.getLocalName())) {
        return attribute.getValue().strip();
      }
    }
    return "";
  }

  private static String local(Element element) {
    String name = element.getLocalName();
    return name == null ? element.getTagName() : name;
  }
}
