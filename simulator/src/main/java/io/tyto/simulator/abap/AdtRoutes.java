package io.tyto.simulator.abap;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tyto.simulator.core.Desk;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.xml.SafeXml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * {@code /sap/bc/adt/cts}: list, read, create, change and release transports (facts: targets 3.2).
 */
final class AdtRoutes {
  private static final String CTS = "/sap/bc/adt/cts";
  private static final String ONE = CTS + "/transportrequests/{number}";

  private final String systemId;
  private final String client;
  private final TransportDirectory directory;
  private final AdtSession session;
  private final Desk desk;

  AdtRoutes(
      String systemId, String client, TransportDirectory directory, AdtSession session, Desk desk) {
    this.systemId = systemId;
    this.client = client;
    this.directory = directory;
    this.session = session;
    this.desk = desk;
  }

  /** A route's work for a signed-in user. */
  private interface Work {
    void run(Context ctx, String user);
  }

  void on(JavalinDefaultRoutingApi routes) {
    for (String start :
        List.of(
            "/sap/bc/adt/discovery",
            "/sap/bc/adt/core/discovery",
            "/sap/bc/adt/compatibility/graph")) {
      routes.get(start, ctx -> signedIn(ctx, AdtRoutes::discovery));
    }
    routes.get("/sap/public/bc/icf/logoff", this::logoff);
    routes.get(CTS + "/transportrequests", ctx -> signedIn(ctx, this::list));
    routes.post(CTS + "/transportrequests", ctx -> signedIn(ctx, this::create));
    String configuration = CTS + "/transportrequests/searchconfiguration/";
    routes.get(configuration + "configurations", ctx -> signedIn(ctx, this::configurations));
    routes.get(configuration + "metadata", ctx -> signedIn(ctx, this::metadata));
    routes.get(ONE, ctx -> signedIn(ctx, this::read));
    routes.put(ONE, ctx -> signedIn(ctx, this::change));
    routes.delete(ONE, ctx -> signedIn(ctx, this::delete));
    routes.post(ONE + "/tasks", ctx -> signedIn(ctx, this::newTask));
    for (String job : List.of("newreleasejobs", "relwithignlock", "relObjigchkatc")) {
      routes.post(ONE + "/" + job, ctx -> signedIn(ctx, this::release));
    }
    routes.get(CTS + "/transports", ctx -> signedIn(ctx, this::find));
  }

  private void signedIn(Context ctx, Work work) {
    String user = session.user(ctx);
    session.csrf(ctx);
    work.run(ctx, user);
  }

  private static void discovery(Context ctx, String user) {
    ctx.contentType("application/atomsvc+xml")
        .result(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><app:service"
                + " xmlns:app=\"http://www.w3.org/2007/app\"><app:workspace><app:collection href=\""
                + CTS
                + "/transportrequests\"/></app:workspace></app:service>");
  }

  private void logoff(Context ctx) {
    session.end(ctx);
    ctx.contentType("text/html").result("<html><body>Logged off</body></html>");
  }

  private void list(Context ctx, String user) {
    String accept = Optional.ofNullable(ctx.header("Accept")).orElse("");
    String otherwise = text(AbapSwitch.LIST_WITHOUT_ACCEPT);
    if (!accept.contains("transportorganizertree") && !otherwise.equals("tree")) {
      if (otherwise.equals("406")) {
        throw AbapRefusal.of(
            406, "ExceptionResourceNotAcceptable", "The resource cannot be served as requested");
      }
      answer(ctx, 200, AdtXml.TREE, AdtXml.bareRoot());
      return;
    }
    String owner =
        ctx.queryParam("configUri") == null
            ? Optional.ofNullable(ctx.queryParam("user")).orElse(user)
            : user;
    String types = Optional.ofNullable(ctx.queryParam("requestType")).orElse("KWT");
    String statuses = Optional.ofNullable(ctx.queryParam("requestStatus")).orElse("DR");
    Instant now = directory.now();
    answer(
        ctx,
        200,
        AdtXml.TREE,
        xml()
            .tree(
                visible(owner).stream()
                    .filter(each -> types.contains(each.type()))
                    .filter(each -> statuses.contains(letter(each.status(now))))
                    .toList()));
  }

  private void find(Context ctx, String user) {
    if (!"FIND".equals(ctx.queryParam("_action"))) {
      throw AbapRefusal.of(400, "ExceptionParameterNotFound", "Parameter _action is missing");
    }
    String owner = Optional.ofNullable(ctx.queryParam("user")).orElse(user);
    answer(ctx, 200, "application/vnd.sap.as+xml", xml().find(visible(owner)));
  }

  /** Own requests of this system, and those that were imported into it. */
  private List<TransportRequest> visible(String owner) {
    String wanted = owner.toUpperCase(Locale.ROOT);
    boolean everybody = wanted.isEmpty() || wanted.equals("*");
    return directory.all().stream()
        .filter(this::isHere)
        .filter(each -> everybody || each.concerns(wanted))
        .toList();
  }

  private boolean isHere(TransportRequest each) {
    return each.number().startsWith(systemId)
        || text(AbapSwitch.IMPORTED_VISIBLE).equals("on")
            && directory.isIn(systemId, each.number());
  }

  private void read(Context ctx, String user) {
    answer(ctx, 200, AdtXml.SINGLE, xml().request(request(ctx), number(ctx)));
  }

  private void create(Context ctx, String user) {
    Document body = body(ctx);
    Element header =
        SafeXml.all(body, "request").stream()
            .findFirst()
            .orElseThrow(() -> AbapRefusal.badBody("The body names no tm:request"));
    String type = attribute(header, "type").isEmpty() ? "K" : attribute(header, "type");
    if (!List.of("K", "W", "T").contains(type)) {
      throw AbapRefusal.badBody("Request type " + type + " cannot be created");
    }
    String target = attribute(header, "target");
    if (target.isEmpty() && text(AbapSwitch.BLANK_TARGET).equals("500")) {
      throw AbapRefusal.of(500, "ExceptionResourceCreationFailure", "Target system is missing");
    }
    String number = directory.nextNumber(systemId);
    Instant now = directory.now();
    List<TransportTask> tasks =
        type.equals("T")
            ? List.of()
            : SafeXml.all(header, "task").stream()
                .map(each -> task(number, ownerOf(each, user), type, now))
                .toList();
    TransportRequest created =
        new TransportRequest(
            number,
            user,
            attribute(header, "desc"),
            type,
            target,
            client,
            tasks,
            List.of(),
            null,
            Duration.ZERO,
            now);
    directory.put(created);
    desk.ledger().add("create-request", number, Json.map("type", type, "owner", user));
    int status = Integer.parseInt(text(AbapSwitch.CREATE_STATUS));
    answer(ctx, status, AdtXml.SINGLE, xml().created(created));
  }

  private TransportTask task(String parent, String owner, String type, Instant at) {
    String number = directory.nextNumber(systemId);
    return new TransportTask(
        number, parent, owner, "", type.equals("W") ? "Q" : "X", false, List.of(), at);
  }

  private void newTask(Context ctx, String user) {
    TransportRequest request = open(ctx);
    if (!request.number().equals(number(ctx))) {
      throw AbapRefusal.notSaved(number(ctx) + " is a task");
    }
    String owner = attribute(body(ctx).getDocumentElement(), "targetuser");
    TransportTask task =
        task(request.number(), owner.isEmpty() ? user : owner, request.type(), directory.now());
    directory.put(request.withTask(task));
    desk.ledger().add("create-task", task.number(), Json.map("request", request.number()));
    answer(ctx, 200, AdtXml.SINGLE, xml().newTask(task.number(), task.owner()));
  }

  private void change(Context ctx, String user) {
    TransportRequest request = open(ctx);
    Element root = body(ctx).getDocumentElement();
    Instant now = directory.now();
    String target = attribute(root, "targetuser").toUpperCase(Locale.ROOT);
    String action = attribute(root, "useraction");
    if (action.equals("changeowner") && !target.isEmpty()) {
      Optional<TransportTask> task = request.task(number(ctx));
      directory.put(
          task.isPresent()
              ? request.withTask(task.get().ownedBy(target, now))
              : request.ownedBy(target, now));
    } else if (action.equals("removeobject")) {
      directory.put(ObjectList.without(request, SafeXml.all(root, "abap_object"), now));
    } else {
      String text =
          SafeXml.all(root, "request").stream()
              .map(each -> attribute(each, "desc"))
              .filter(each -> !each.isEmpty())
              .findFirst()
              .orElseThrow(() -> AbapRefusal.notSaved("User action " + action + " is unknown"));
      directory.put(request.described(text, now));
    }
    desk.ledger().add("change-request", number(ctx), Json.map("useraction", action, "by", user));
    answer(ctx, 200, AdtXml.SINGLE, xml().request(request(ctx), number(ctx)));
  }

  private void delete(Context ctx, String user) {
    TransportRequest request = open(ctx);
    String number = number(ctx);
    Optional<TransportTask> task = request.task(number);
    boolean holds =
        task.map(each -> !each.objects().isEmpty()).orElse(!request.allObjects().isEmpty());
    if (holds) {
      throw AbapRefusal.notSaved(number + " contains objects and cannot be deleted");
    }
    if (task.isPresent()) {
      directory.put(request.withoutTask(number, directory.now()));
    } else {
      directory.remove(number);
    }
    desk.ledger().add("delete-request", number, Json.map("by", user));
    ctx.status(204);
  }

  private void release(Context ctx, String user) {
    String number = number(ctx);
    TransportRequest request = request(ctx);
    boolean done = request.task(number).map(TransportTask::released).orElse(!request.modifiable());
    if (done) {
      String again = text(AbapSwitch.RELEASED_AGAIN);
      String text = "Transport request/task " + number + " is already released";
      report(ctx, number, again, text, again.equals("released") ? "" : text);
      return;
    }
    Optional<String> broken =
        desk.faults()
            .take("POST " + ctx.req().getRequestURI(), List.of("fail-deploy"))
            .map(each -> each.value() == null ? "Syntax check found errors" : each.value());
    if (broken.isPresent()) {
      report(ctx, number, "abortrelapifail", "Release was aborted", broken.get());
      return;
    }
    String refusal = directory.release(request, number, exportTime());
    if (!refusal.isEmpty()) {
      report(ctx, number, "abortrelapifail", "Release was aborted", refusal);
      return;
    }
    boolean isTask = request.task(number).isPresent();
    desk.ledger().add("release", number, Json.map("kind", isTask ? "task" : "request", "by", user));
    String text = "Transport request/task " + number + " was successfully released";
    report(ctx, number, "released", text, "");
  }

  private void report(Context ctx, String number, String status, String text, String error) {
    answer(ctx, 200, AdtXml.SINGLE, xml().releaseReport(number, status, text, error));
  }

  private void configurations(Context ctx, String user) {
    String uri = CTS + "/transportrequests/searchconfiguration/configurations/" + user;
    answer(
        ctx,
        200,
        "application/vnd.sap.adt.configurations.v1+xml",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><configuration:configurations"
            + " xmlns:configuration=\"http://www.sap.com/adt/configuration\""
            + " xmlns:atom=\"http://www.w3.org/2005/Atom\"><configuration:configuration"
            + " client=\""
            + client
            + "\" configName=\"default\"><atom:link href=\""
            + SafeXml.escape(uri)
            + "\" rel=\"http://www.sap.com/adt/relations/configuration\"/>"
            + "</configuration:configuration></configuration:configurations>");
  }

  private void metadata(Context ctx, String user) {
    answer(
        ctx,
        200,
        "application/vnd.sap.adt.configuration.v1+xml",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><configuration:configuration"
            + " xmlns:configuration=\"http://www.sap.com/adt/configuration\" client=\""
            + client
            + "\" configName=\"default\"><configuration:properties><configuration:property"
            + " key=\"User\" isMandatory=\"true\">"
            + SafeXml.escape(user)
            + "</configuration:property></configuration:properties>"
            + "</configuration:configuration>");
  }

  private TransportRequest request(Context ctx) {
    String number = number(ctx);
    return directory
        .find(number)
        .filter(this::isHere)
        .orElseThrow(() ->
            AbapRefusal.unknown(
                Integer.parseInt(text(AbapSwitch.UNKNOWN_REQUEST)), number, systemId));
  }

  /** A request of this system that may still be changed. */
  private TransportRequest open(Context ctx) {
    TransportRequest request = request(ctx);
    boolean taskDone = request.task(number(ctx)).map(TransportTask::released).orElse(false);
    if (!request.modifiable() || taskDone) {
      throw AbapRefusal.notSaved("Request/task " + number(ctx) + " is already released");
    }
    return request;
  }

  private static String ownerOf(Element task, String otherwise) {
    String owner = attribute(task, "owner");
    return owner.isEmpty() ? otherwise : owner.toUpperCase(Locale.ROOT);
  }

  private static String attribute(Element element, String name) {
    return element.getAttributeNS("http://www.sap.com/cts/adt/tm", name).trim();
  }

  private static Document body(Context ctx) {
    try {
      return SafeXml.parse(ctx.bodyAsBytes());
    } catch (SafeXml.Unreadable e) {
      throw AbapRefusal.badBody("The request body is not readable XML");
    }
  }

  private static String number(Context ctx) {
    return ctx.pathParam("number").toUpperCase(Locale.ROOT);
  }

  private static String letter(String status) {
    return status.equals("R") ? "R" : "D";
  }

  private Duration exportTime() {
    return Duration.parse(text(AbapSwitch.RELEASE_DURATION));
  }

  private AdtXml xml() {
    return new AdtXml(directory.now(), text(AbapSwitch.OLD_RELEASE).equals("on"));
  }

  private String text(AbapSwitch which) {
    return desk.switches().text(which.wireName());
  }

  private static void answer(Context ctx, int status, String type, String body) {
    ctx.status(status).contentType(type + "; charset=utf-8").result(body);
  }
}
