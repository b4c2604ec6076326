package io.tyto.connector.abap.cts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.spi.FaultException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransportXmlTest {

  @Test
  void readsTheTreeOfRequestsWithTasksAndObjects() {
    List<TransportRequest> requests =
        TransportXml.requests(
            bytes(
                """
                <tm:root xmlns:tm="http://www.sap.com/cts/adt/tm">
                 <tm:workbench tm:category="Workbench"><tm:target tm:name="QAS">
                  <tm:modifiable tm:status="Modifiable">
                   <tm:request tm:number="DEVK900123" tm:owner="JANE" tm:desc="Prices" tm:type="K"
                      tm:status="D" tm:target="QAS" tm:lastchanged_timestamp="20190206110506">
                    <tm:task tm:number="DEVK900124" tm:owner="JOE" tm:status="D">
                     <tm:abap_object tm:pgmid="R3TR" tm:type="CLAS" tm:name="ZCL_A"/>
                    </tm:task></tm:request></tm:modifiable>
                  <tm:released tm:status="Released">
                   <tm:request tm:number="DEVK900100" tm:owner="JANE" tm:desc="Old" tm:type="K"
                      tm:status="R">
                    <tm:abap_object tm:pgmid="R3TR" tm:type="CLAS" tm:name="ZCL_A"/>
                    <tm:abap_object tm:pgmid="CORR" tm:type="RELE"
                       tm:name="DEVK900100 20190212 191502 JANE"/>
                   </tm:request></tm:released>
                 </tm:target></tm:workbench></tm:root>
                """));
    assertThat(requests).hasSize(2);
    TransportRequest open = requests.getFirst();
    assertThat(open.objects()).containsExactly("R3TR CLAS ZCL_A");
    assertThat(open.openTasks()).extracting(TransportTask::owner).containsExactly("JOE");
    TransportRequest released = requests.getLast();
    assertThat(released.status().released()).isTrue();
    assertThat(released.releasedAt()).isEqualTo("20190212191502");
    assertThat(released.objects()).containsExactly("R3TR CLAS ZCL_A");
  }

  @Test
  void readsWhatOldReleasesLeaveOut() {
    List<TransportRequest> requests =
        TransportXml.requests(
            bytes(
                """
                <tm:root xmlns:tm="http://www.sap.com/cts/adt/tm"><tm:workbench><tm:released>
                 <tm:request tm:number="DEVK900100" tm:owner="JANE" tm:desc="Old" tm:uri="/x"/>
                </tm:released></tm:workbench></tm:root>
                """));
    assertThat(requests.getFirst().status()).isEqualTo(TransportStatus.RELEASED);
    assertThat(requests.getFirst().objects()).isEmpty();
  }

  @Test
  void readsTheParentOfATask() {
    TransportRequest parent =
        TransportXml.request(
                bytes(
                    """
                    <tm:root xmlns:tm="http://www.sap.com/cts/adt/tm" tm:object_type="T">
                     <tm:request tm:number="DEVK900001" tm:owner="DEV" tm:type="K" tm:status="D"/>
                     <tm:task tm:number="DEVK900002" tm:parent="DEVK900001" tm:status="D"/>
                    </tm:root>
                    """))
            .orElseThrow();
    assertThat(parent.number()).isEqualTo("DEVK900001");
    assertThat(parent.tasks()).extracting(TransportTask::number).containsExactly("DEVK900002");
  }

  @Test
  void readsAReportThatReleasedNothing() {
    ReleaseReport report =
        TransportXml.report(
            bytes(
                """
                <tm:root xmlns:tm="http://www.sap.com/cts/adt/tm"
                   xmlns:chkrun="http://www.sap.com/adt/checkrun"><tm:releasereports>
                 <chkrun:checkReport chkrun:status="abortrelapifail" chkrun:statusText="Failed">
                  <chkrun:checkMessageList>
                   <chkrun:checkMessage chkrun:type="E" chkrun:shortText="Object is locked"/>
                  </chkrun:checkMessageList></chkrun:checkReport></tm:releasereports></tm:root>
                """));
    assertThat(report.released()).isFalse();
    assertThat(report.reason()).isEqualTo("E: Object is locked");
    assertThat(TransportXml.report(new byte[0]).released()).isFalse();
  }

  @Test
  void refusesDocumentTypes() {
    assertThatThrownBy(
            () -> TransportXml.requests(bytes("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")))
        .isInstanceOf(FaultException.class);
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }
}
