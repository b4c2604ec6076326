package io.tyto.simulator.abap;

import static io.tyto.simulator.abap.TransportObject.r3tr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The transports of the demonstration landscape. */
final class AbapWorld {
  static final String TECHNICAL_USER = "TYTO_DEPLOY";
  static final Set<String> USERS = Set.of(TECHNICAL_USER, "DEVELOPER1", "DEVELOPER2", "DEVELOPER3");

  private static final String ANNA = "DEVELOPER1";
  private static final String BEN = "DEVELOPER2";
  private static final String CLARA = "DEVELOPER3";
  private static final TransportObject ORDER_API = r3tr("CLAS", "ZCL_ORDER_API", "Order interface");
  private static final TransportObject ORDER_LOG = r3tr("TABL", "ZORDER_LOG", "Log of orders");
  private static final TransportObject INVOICE =
      r3tr("CLAS", "ZCL_INVOICE_DISPATCH", "Invoice dispatch");
  private static final TransportObject OUTPUT_FORM = r3tr("FORM", "ZINVOICE_FORM", "Invoice form");

  private final TransportDirectory directory;

  private AbapWorld(TransportDirectory directory) {
    this.directory = directory;
  }

  static void fill(TransportDirectory directory) {
    AbapWorld world = new AbapWorld(directory);
    world.released();
    world.open();
    world.unlucky();
  }

  private void released() {
    request(900101, "K", ANNA, "Order interface: base classes", 60, done(ANNA, ORDER_API));
    for (String system : List.of("QAS", "PRD")) {
      directory.imported(new Imported("DEVK900101", system, "100", 0, ago(40)));
    }
    // Released before 900112 with the same table, but not yet in QAS: its predecessor.
    request(
        900107,
        "K",
        BEN,
        "Order interface: log table fields",
        12,
        done(BEN, ORDER_LOG, r3tr("DTEL", "ZORDER_STATUS", "Order status")));
    request(
        900112,
        "K",
        ANNA,
        "Order interface: replicate orders",
        5,
        done(ANNA, ORDER_API, ORDER_LOG),
        done(CLARA, r3tr("INTF", "ZIF_ORDER_EVENTS", "Events of an order")));
    request(
        900129,
        "W",
        CLARA,
        "Payment terms: 14 days",
        3,
        done(CLARA, r3tr("TABU", "T052", "Terms of payment")));
    request(900142, "T", BEN, "Copy of DEVK900118 for a first test", 2, List.of(INVOICE));
  }

  private void open() {
    request(
        900118,
        "K",
        ANNA,
        "Invoice dispatch: output determination",
        -1,
        open(ANNA, INVOICE),
        open(BEN, OUTPUT_FORM));
    // Shares a class with 900118.
    request(900123, "K", BEN, "Invoice dispatch: mail subject", -1, open(BEN, INVOICE));
    request(
        900126,
        "W",
        CLARA,
        "Output types for invoices",
        -1,
        open(CLARA, r3tr("TABU", "TNAPR", "Processing programs for output")));
    request(
        900145,
        "K",
        ANNA,
        "Credit check: new reason codes",
        -1,
        done(ANNA, r3tr("CLAS", "ZCL_CREDIT_CHECK", "Credit check")));
    request(900149, "K", CLARA, "Reserved for returns", -1, open(CLARA));
  }

  /** Their import ends with a warning, an error and a termination. */
  private void unlucky() {
    request(
        900131,
        "K",
        ANNA,
        "Order report: layout",
        9,
        done(ANNA, r3tr("PROG", "ZORDER_REPORT", "Order report")));
    request(
        900135,
        "K",
        BEN,
        "Pricing: function group without its table",
        8,
        done(BEN, r3tr("FUGR", "ZPRICING", "Pricing")));
    request(
        900139,
        "K",
        CLARA,
        "Conversion of ZSTOCK",
        7,
        done(CLARA, r3tr("TABL", "ZSTOCK", "Stock")));
    for (String system : List.of("QAS", "PRD")) {
      directory.arrange(system, "DEVK900131", 4);
      directory.arrange(system, "DEVK900135", 8);
      directory.arrange(system, "DEVK900139", 12);
    }
  }

  /** A task before it has a number. */
  private record Draft(String owner, boolean released, List<TransportObject> objects) {}

  private static Draft done(String owner, TransportObject... objects) {
    return new Draft(owner, true, List.of(objects));
  }

  private static Draft open(String owner, TransportObject... objects) {
    return new Draft(owner, false, List.of(objects));
  }

  private void request(
      int number, String type, String owner, String text, int releasedDaysAgo, Draft... drafts) {
    List<TransportTask> tasks = new ArrayList<>();
    for (Draft each : drafts) {
      String taskType = each.objects().isEmpty() ? "X" : type.equals("W") ? "Q" : "S";
      tasks.add(
          new TransportTask(
              "DEVK" + (number + tasks.size() + 1),
              "DEVK" + number,
              each.owner(),
              "",
              taskType,
              each.released(),
              each.objects(),
              ago(Math.max(1, releasedDaysAgo))));
    }
    put(number, type, owner, text, releasedDaysAgo, tasks, List.of());
  }

  private void request(
      int number,
      String type,
      String owner,
      String text,
      int releasedDaysAgo,
      List<TransportObject> objects) {
    put(number, type, owner, text, releasedDaysAgo, List.of(), objects);
  }

  private void put(
      int number,
      String type,
      String owner,
      String text,
      int releasedDaysAgo,
      List<TransportTask> tasks,
      List<TransportObject> objects) {
    Instant at = ago(Math.max(1, releasedDaysAgo));
    directory.put(
        new TransportRequest(
            "DEVK" + number,
            owner,
            text,
            type,
            "QAS",
            AbapSystem.CLIENT,
            List.copyOf(tasks),
            objects,
            releasedDaysAgo < 0 ? null : at,
            Duration.ZERO,
            at));
  }

  private Instant ago(int days) {
    return directory.now().minus(Duration.ofDays(days));
  }
}
