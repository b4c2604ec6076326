package io.tyto.simulator.abap;

import static io.tyto.simulator.abap.Gui.REQUESTS;
import static io.tyto.simulator.abap.Gui.TREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.core.Ledger;
import io.tyto.simulator.xml.SafeXml;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbapSystemTest {
  private static final String SINGLE = "application/vnd.sap.adt.transportorganizer.v1+xml";
  private static Simulator simulator;
  private Gui dev;
  private Gui qas;

  @BeforeAll
  static void start() {
    simulator =
        Simulator.start(SimulatorOptions.defaults().withDeployDuration(Duration.ofMinutes(5)));
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @BeforeEach
  void reset() {
    simulator.reset();
    dev = Gui.of(simulator, "abap-dev");
    qas = Gui.of(simulator, "abap-qas");
  }

  @Test
  void listsTheTreeOfAUserByEitherSpelling() {
    for (String spelling : List.of("target", "targets")) {
      String tree =
          dev.get(
                  REQUESTS
                      + "?user=DEVELOPER2&"
                      + spelling
                      + "=true&requestType=KWT&requestStatus=D",
                  TREE)
              .body();
      assertThat(tree).contains("tm:number=\"DEVK900118\"").contains("DEVK900123");
      assertThat(tree).doesNotContain("DEVK900107").doesNotContain("DEVK900126");
      assertThat(tree).contains("tm:type=\"Development/Correction\"");
    }
    assertThat(dev.get(REQUESTS + "?user=DEVELOPER2", "*/*").body()).doesNotContain("DEVK");
  }

  @Test
  void answersATaskNumberWithParentAndSibling() {
    String body = dev.get(REQUESTS + "/DEVK900120", SINGLE).body();
    assertThat(body).contains("tm:object_type=\"T\"");
    assertThat(body.indexOf("</tm:request>")).isLessThan(body.indexOf("<tm:task"));
    assertThat(body).contains("ZINVOICE_FORM").doesNotContain("ZCL_INVOICE_DISPATCH");
    HttpResponse<String> unknown = dev.get(REQUESTS + "/DEVK999999", SINGLE);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("exc:exception").contains("does not exist in system DEV");
  }

  @Test
  void wantsLogonAndCsrfToken() {
    HttpResponse<String> refused = dev.release("DEVK900145");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("x-csrf-token")).hasValue("Required");
    assertThat(actions("abap-dev")).isEmpty();
    assertThat(dev.get(REQUESTS + "?sap-client=999", TREE).statusCode()).isEqualTo(401);
    assertThat(dev.handshake().release("DEVK900145").statusCode()).isEqualTo(200);
  }

  @Test
  void releasesTasksFirstAndExportsForAWhile() throws SafeXml.Unreadable {
    dev.handshake();
    HttpResponse<String> early = dev.release("DEVK900118");
    assertThat(early.statusCode()).isEqualTo(200);
    assertThat(early.body()).contains("abortrelapifail").contains("DEVK900119 (DEVELOPER1)");
    assertThat(dev.release("DEVK900119").body()).contains("chkrun:status=\"released\"");
    dev.release("DEVK900120");
    assertThat(dev.release("DEVK900118").body()).contains("chkrun:status=\"released\"");
    assertThat(dev.status("DEVK900118")).isEqualTo("O");
    assertThat(qas.importRequests("QAS", "DEVK900118")).containsExactly("012", "012");
    simulator.clock().advance(Duration.ofMinutes(6));
    assertThat(dev.status("DEVK900118")).isEqualTo("R");
    assertThat(dev.release("DEVK900118").body()).contains("abortrelapifail", "already released");
    assertThat(simulator.desk("abap-dev").ledger().entries("release"))
        .extracting(Ledger.Entry::subject)
        .containsExactly("DEVK900119", "DEVK900120", "DEVK900118");
    assertThat(qas.importRequests("QAS", "DEVK900118")).containsExactly("000", "000");
  }

  @Test
  void importsInOrderAndStopsAtATermination() throws SafeXml.Unreadable {
    assertThat(qas.importRequests("QAS", "DEVK900107", "DEVK900131", "DEVK900135"))
        .containsExactly("008", "000", "004", "008");
    assertThat(qas.importRequests("QAS", "DEVK900139", "DEVK900112"))
        .containsExactly("012", "012", "");
    assertThat(simulator.desk("abap-qas").ledger().entries("import"))
        .extracting(entry ->
            entry.subject()
                + " "
                + entry.detail().get("retcode")
                + " "
                + entry.detail().get("position"))
        .containsExactly(
            "DEVK900107 0000 1", "DEVK900131 0004 2", "DEVK900135 0008 3", "DEVK900139 0012 1");
    assertThat(qas.get(REQUESTS + "/DEVK900107", SINGLE).statusCode()).isEqualTo(200);
    assertThat(qas.get(REQUESTS + "/DEVK900112", SINGLE).statusCode()).isEqualTo(400);
    ((AbapSystem) simulator.system("abap-qas")).arrange("DEVK900139", 0);
    assertThat(qas.importRequests("QAS", "DEVK900139")).containsExactly("000", "000");
  }

  @Test
  void refusesWhatItCannotImport() throws SafeXml.Unreadable {
    assertThat(qas.importRequests("PRD", "DEVK900107")).containsExactly("012");
    assertThat(qas.importRequests("QAS", "DEVK900123")).containsExactly("012", "012");
    assertThat(actions("abap-qas")).containsExactly("import-refused");
    simulator.desk("abap-qas").switches().set("soap-rfc", "off");
    assertThat(qas.rfc("CTS_API_IMPORT_CHANGE_REQUEST", "").statusCode()).isEqualTo(404);
    simulator.desk("abap-qas").switches().set("soap-rfc", "on");
    assertThat(qas.rfc("RFC_PING", "").body()).contains("RFC_PING.Response");
    assertThat(qas.rfc("Z_NOT_THERE", "").body()).contains("faultstring");
    HttpResponse<String> hostile =
        qas.call("POST", "/sap/bc/soap/rfc", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
    assertThat(hostile.statusCode()).isEqualTo(500);
  }

  @Test
  void readsBackWhatAnImportLeft() throws SafeXml.Unreadable {
    qas.importRequests("QAS", "DEVK900131");
    String read = qas.rfc("CTS_API_READ_CHANGE_REQUEST", "<REQUEST>DEVK900131</REQUEST>").body();
    assertThat(read).contains("<RETCODE>000</RETCODE>").contains("ZORDER_REPORT");
    assertThat(qas.rfc("CTS_API_READ_CHANGE_REQUEST", "<REQUEST>DEVK900107</REQUEST>").body())
        .contains("does not exist in system QAS");
  }

  @Test
  void importsThoughItsAnswerIsLost() {
    simulator.desk("abap-qas").faults().arm(Faults.Fault.once("answer-lost", "soap/rfc"));
    assertThatThrownBy(() -> qas.importRequests("QAS", "DEVK900112"))
        .hasCauseInstanceOf(IOException.class);
    assertThat(actions("abap-qas")).containsExactly("import");
  }

  @Test
  void tellsThatASessionIsOver() {
    dev.handshake();
    simulator.desk("abap-dev").faults().arm(Faults.Fault.once("expired-token", "newreleasejobs"));
    assertThat(dev.release("DEVK900145").statusCode()).isEqualTo(403);
    assertThat(dev.release("DEVK900145").statusCode()).isEqualTo(403);
    assertThat(dev.handshake().release("DEVK900145").statusCode()).isEqualTo(200);
    assertThat(simulator.desk("abap-dev").ledger().entries("release")).hasSize(1);
  }

  @Test
  void createsChangesAndDeletes() throws SafeXml.Unreadable {
    dev.handshake();
    HttpResponse<String> created =
        dev.change(
            "POST",
            REQUESTS,
            "<tm:root xmlns:tm=\"http://www.sap.com/cts/adt/tm\" tm:useraction=\"newrequest\">"
                + "<tm:request tm:desc=\"A &lt;new&gt; one\" tm:type=\"K\" tm:target=\"QAS\""
                + " tm:cts_project=\"\"><tm:task tm:owner=\"DEVELOPER1\"/></tm:request></tm:root>");
    assertThat(created.body()).contains("tm:number=\"DEVK900201\"", "A &lt;new&gt; one");
    String root = "<tm:root xmlns:tm=\"http://www.sap.com/cts/adt/tm\" tm:number=\"DEVK900201\"";
    HttpResponse<String> task =
        dev.change(
            "POST",
            REQUESTS + "/DEVK900201/tasks",
            root + " tm:targetuser=\"DEVELOPER3\" tm:useraction=\"newtask\"/>");
    assertThat(task.body()).contains("tm:number=\"DEVK900203\"");
    dev.change(
        "PUT",
        REQUESTS + "/DEVK900203",
        root + " tm:targetuser=\"DEVELOPER2\" tm:useraction=\"changeowner\"/>");
    assertThat(dev.get(REQUESTS + "/DEVK900203", SINGLE).body())
        .contains("tm:owner=\"DEVELOPER2\"");
    assertThat(dev.change("DELETE", REQUESTS + "/DEVK900201", "").statusCode()).isEqualTo(204);
    assertThat(dev.change("DELETE", REQUESTS + "/DEVK900118", "").statusCode()).isEqualTo(400);
    assertThat(actions("abap-dev"))
        .containsExactly("create-request", "create-task", "change-request", "delete-request");
  }

  private static List<String> actions(String system) {
    return simulator.desk(system).ledger().entries().stream().map(Ledger.Entry::action).toList();
  }
}
