package io.tyto.server.alm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.alm.CloudAlm;
import io.tyto.simulator.core.Faults.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@TytoTest
class IntegrationsTest {
  private final Tyto tyto;

  IntegrationsTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @AfterEach
  void calm() {
    tyto.simulator().desk("alm").faults().clear();
  }

  @Test
  void listsTheProjectsThatTheCredentialSees() {
    TestProject project = tyto.project();
    String credential = AlmLink.credential(tyto, tyto.admin(), "GLOBAL");
    Answer found = projects(project, credential).expect(200);
    assertThat(found.items("name")).contains("Order to Cash Renewal", "Warehouse Rollout North");
    assertThat(found.items("name")).doesNotContain("Carve-out Falcon");
    assertThat(found.items("status")).contains("Active", "Hidden");
  }

  @Test
  void tellsRefusalsApart() {
    TestProject project = tyto.project();
    String wrong =
        AlmLink.credential(tyto, tyto.admin(), "GLOBAL", CloudAlm.CLIENT_ID, "not the secret");
    assertThat(field(projects(project, wrong).refused(502, "token-refused")))
        .isEqualTo("credentialId");
    String good = AlmLink.credential(tyto, tyto.admin(), "GLOBAL");
    tyto.simulator()
        .desk("alm")
        .faults()
        .arm(Fault.once("unreachable", "GET .*/projects").times(9));
    assertThat(field(projects(project, good).refused(502, "unreachable"))).isEqualTo("hostUrl");
    tyto.simulator().desk("alm").faults().clear();
    String basic =
        tyto.admin()
            .post(
                "/credentials",
                Map.of(
                    "name", "Basic " + project.key(),
                    "type", "basic",
                    "scope", "GLOBAL",
                    "username", "u",
                    "password", "p"))
            .expect(201)
            .id();
    Answer type = projects(project, basic).refused(400, "invalid");
    assertThat(type.get("errors", 0, "code")).isEqualTo("credential-type-mismatch");
    Answer unknown = projects(project, "nothing").refused(400, "invalid");
    assertThat(field(unknown)).isEqualTo("credentialId");
    Answer host =
        project
            .admin()
            .api()
            .post(
                project.path("/alm-integrations/external-projects"),
                Map.of("credentialId", good, "hostUrl", "ftp://x"))
            .refused(400, "invalid");
    assertThat(field(host)).isEqualTo("hostUrl");
  }

  @Test
  void refusesAPrivateCredentialWithTheReason() {
    TestProject project = tyto.project();
    String mine = AlmLink.credential(tyto, project.admin().api(), "PRIVATE");
    Answer refused = projects(project, mine).refused(400, "invalid");
    assertThat(refused.get("errors", 0, "code")).isEqualTo("credential-private");
    assertThat(refused.get("errors", 0, "message")).contains("background");
  }

  @Test
  void refusesANameTwiceWhateverItsCase() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    Answer again = link.add(Map.of("name", "CLOUD alm")).refused(409, "duplicate-name");
    assertThat(field(again)).isEqualTo("name");
    link.add(Map.of("name", "Other")).expect(201);
  }

  @Test
  void refusesAProjectThatTheCredentialDoesNotSee() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    Answer foreign =
        link.add(Map.of("name", "B", "externalProjectId", "00000000-0000-0000-0000-000000000000"))
            .refused(400, "unknown-external-project");
    assertThat(field(foreign)).isEqualTo("externalProjectId");
    Answer none = link.add(Map.of("name", "", "externalProjectId", "")).refused(400, "invalid");
    assertThat(none.json().path("errors")).hasSize(2);
  }

  @Test
  void cutsAPastedAddressAndWarnsOfARegion() {
    AlmLink link =
        AlmLink.to(
            tyto,
            AlmLink.external(tyto),
            Map.of("hostUrl", tyto.simulator().url("alm") + "/launchpad?x=1#feature-display"));
    assertThat(link.made.get("hostUrl")).isEqualTo(tyto.simulator().url("alm"));
    assertThat(link.made.get("hookToken")).startsWith("hook_");
    assertThat(link.made.get("isDefault")).isEqualTo("true");
    String path = link.project.path("/alm-integrations/" + link.made.id());
    Answer seen = link.api().get(path).expect(200);
    assertThat(seen.text()).doesNotContain("hook_");
    assertThat(seen.json().path("warnings")).isEmpty();
  }

  @Test
  void keepsOneDefault() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    String first = link.made.id();
    Answer second = link.add(Map.of("name", "Second", "isDefault", true)).expect(201);
    assertThat(second.json().path("warnings").toString()).contains("appear twice");
    String path = link.project.path("/alm-integrations/");
    Answer old = link.api().get(path + first).expect(200);
    assertThat(old.get("isDefault")).isEqualTo("false");
    Answer refused =
        link.api()
            .patch(path + second.id(), second.version(), Map.of("isDefault", false))
            .refused(400, "invalid");
    assertThat(field(refused)).isEqualTo("isDefault");
    link.api().delete(path + second.id()).expect(204);
    assertThat(link.api().get(path + first).get("isDefault")).isEqualTo("true");
    link.api().get(path + second.id()).refused(404, "not-found");
  }

  @Test
  void changesOnlyWhatIsGivenAndNotTheProjectOnceSynced() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 2, 3));
    String path = link.project.path("/alm-integrations/" + link.made.id());
    Answer changed =
        link.api()
            .patch(path, 1, Map.of("writeBack", Map.of("comments", true), "statusGates", false))
            .expect(200);
    assertThat(changed.get("writeBack", "comments")).isEqualTo("true");
    assertThat(changed.get("writeBack", "references")).isEqualTo("false");
    assertThat(changed.get("statusGates")).isEqualTo("false");
    assertThat(changed.get("name")).isEqualTo("Cloud ALM");
    link.api().patch(path, 1, Map.of("name", "x")).refused(412, "stale");
    link.sync();
    String other = AlmLink.external(tyto).id().toString();
    Answer stays =
        link.api()
            .patch(path, 2, Map.of("externalProjectId", other))
            .refused(409, "external-project-stays");
    assertThat(field(stays)).isEqualTo("externalProjectId");
  }

  @Test
  void keepsWorkItemsOfARemovedIntegrationAndTakesThemUpAgain() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 2, 3));
    link.sync();
    String path = link.project.path("/alm-integrations/" + link.made.id());
    tyto.admin().delete("/credentials/" + link.credential).refused(409, "credential-in-use");
    link.api().delete(path).expect(204);
    assertThat(link.items()).hasSize(5).allMatch(item -> item.path("gone").asBoolean());
    link.api().post(link.project.path("/syncs"), Map.of()).refused(409, "no-integration");
    assertThat(link.add(Map.of("name", "Again")).expect(201).id()).isEqualTo(link.made.id());
    assertThat(AlmLink.counts(link.sync())).isEqualTo("COMPLETED 0/5/0/0");
    assertThat(link.items()).hasSize(5).noneMatch(item -> item.path("gone").asBoolean());
  }

  @Test
  void letsOnlyProjectAdminsLink() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    Person developer = link.project.member("developer");
    String path = link.project.path("/alm-integrations");
    developer.api().get(path).expect(200);
    developer.api().post(path, Map.of()).refused(403, "forbidden");
    developer.api().delete(path + "/" + link.made.id()).refused(403, "forbidden");
    Person stranger = tyto.person();
    stranger.api().get(path).refused(404, "not-found");
    Person viewer = link.project.member("viewer");
    viewer.api().post(link.project.path("/syncs"), Map.of()).refused(403, "forbidden");
  }

  private Answer projects(TestProject project, String credential) {
    Map<String, Object> body = new HashMap<>();
    body.put("externalSystem", "sap-cloud-alm");
    body.put("credentialId", credential);
    body.put("hostUrl", tyto.simulator().url("alm"));
    return project.admin().api().post(project.path("/alm-integrations/external-projects"), body);
  }

  private static String field(Answer refused) {
    List<String> fields =
        refused.json().path("errors").valueStream().map(e -> e.path("field").asString()).toList();
    assertThat(fields).hasSize(1);
    return fields.getFirst();
  }
}
