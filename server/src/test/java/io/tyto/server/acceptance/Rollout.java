package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.simulator.cpi.content.OwnBundles;
import io.tyto.simulator.cpi.content.Parameter;
import io.tyto.simulator.world.FeatureStatus;
import io.tyto.simulator.world.Project;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A project set up on the simulated landscape: environments, two landscapes, people, a small
 * project in Cloud ALM and the integration with it.
 *
 * @param developer may promote, and deploy to Production
 * @param manager release manager
 * @param other another release manager
 * @param almProject in Cloud ALM
 */
record Rollout(
    Tyto tyto,
    TestProject project,
    Estate estate,
    Person developer,
    Person manager,
    Person other,
    UUID almProject,
    String integration) {

  static final Map<String, Boolean> SILENT =
      Map.of("references", false, "comments", false, "status", false);
  private static final Duration LONGEST_SYNC = Duration.ofMinutes(3);
  private static final AtomicInteger COUNT = new AtomicInteger();

  /**
   * @param writeBack switches {@code references}, {@code comments}, {@code status}
   */
  static Rollout start(Tyto tyto, Map<String, Boolean> writeBack) {
    TestProject project = tyto.project();
    Estate estate = Estate.register(tyto, project.key());
    use(project, estate);
    Person developer = tyto.person();
    Person manager = tyto.person();
    List<String> production =
        List.of(estate.environment("cpi-prod").id(), estate.environment("abap-prd").id());
    project.give(developer, List.of("developer"), production);
    project.give(manager, List.of("release-manager"), production);
    Person other = project.member("release-manager");
    UUID alm =
        tyto.simulator()
            .alm()
            .world()
            .newProject("Rollout " + project.key(), Project.Visibility.PUBLIC)
            .id();
    String integration = integrate(tyto, project, estate, alm, writeBack);
    return new Rollout(tyto, project, estate, developer, manager, other, alm, integration);
  }

  private static void use(TestProject project, Estate estate) {
    estate
        .environments()
        .forEach((system, environment) ->
            project
                .admin()
                .api()
                .put(
                    project.path("/environments/" + environment.id()),
                    Map.of("source", system.endsWith("-dev")))
                .expect(200));
    List<Map<String, Object>> landscapes =
        List.of(chain("CPI", estate, Estate.CPI), chain("S4", estate, Estate.ABAP));
    project.admin().api().put(project.path("/landscapes"), Map.of("items", landscapes)).expect(200);
  }

  private static Map<String, Object> chain(String name, Estate estate, List<String> systems) {
    return Map.of(
        "name",
        name,
        "environments",
        systems.stream().map(system -> estate.environment(system).id()).toList());
  }

  private static String integrate(
      Tyto tyto, TestProject project, Estate estate, UUID alm, Map<String, Boolean> writeBack) {
    return project
        .admin()
        .api()
        .post(
            project.path("/alm-integrations"),
            Map.of(
                "name",
                "Cloud ALM",
                "description",
                "",
                "externalSystem",
                "sap-cloud-alm",
                "credentialId",
                estate.almCredential(),
                "hostUrl",
                tyto.simulator().url("alm"),
                "externalProjectId",
                alm.toString(),
                "isDefault",
                true,
                "writeBack",
                writeBack))
        .expect(201)
        .id();
  }

  Control control() {
    return Control.of(tyto);
  }

  String path(String rest) {
    return project.path(rest);
  }

  /** A new user story in Cloud ALM, synced. */
  Item story(String title) {
    UUID uuid = tyto.simulator().alm().edits().addStory(almProject, title, List.of()).id();
    return synced(uuid);
  }

  /** The same under a feature. */
  Item story(String title, Item feature) {
    List<UUID> parents = List.of(feature.uuid());
    return synced(tyto.simulator().alm().edits().addStory(almProject, title, parents).id());
  }

  /** A new feature in Cloud ALM in this status, synced. */
  Item feature(String title, FeatureStatus status) {
    UUID uuid = tyto.simulator().alm().edits().addFeature(almProject, title).uuid();
    statusInAlm(uuid, status);
    return synced(uuid);
  }

  void statusInAlm(UUID feature, FeatureStatus status) {
    tyto.simulator().alm().edits().changeFeature(feature, one -> one.edit().status(status).done());
  }

  private Item synced(UUID uuid) {
    sync("CHANGES");
    return item(uuid);
  }

  /** The work item of what has this id in Cloud ALM. */
  Item item(UUID uuid) {
    Answer all = developer.api().get(path("/work-items?limit=500")).expect(200);
    for (JsonNode item : all.json().path("items")) {
      if (item.path("externalUuid").asString().equals(uuid.toString())) {
        return new Item(this, item.path("id").asString(), uuid);
      }
    }
    throw new AssertionError("No work item of " + uuid + " in " + all.text());
  }

  /** Runs a sync to its end, whatever that is. */
  JsonNode syncOnce(String mode) {
    Answer begun =
        developer.api().post(path("/syncs"), Map.of("integrationId", integration, "mode", mode));
    assertThat(begun.status()).as(begun.text()).isIn(200, 202);
    return Patience.until(
        "the sync to end",
        LONGEST_SYNC,
        () -> developer.api().get(path("/syncs/" + begun.id())).expect(200).json(),
        sync -> !sync.path("state").asString().equals("RUNNING"));
  }

  JsonNode sync(String mode) {
    JsonNode sync = syncOnce(mode);
    assertThat(sync.path("state").asString()).as(sync.toString()).isEqualTo("COMPLETED");
    return sync;
  }

  /** An iFlow of this test alone, in DEV. */
  String iFlow() {
    String id = "Flow" + project.key() + "x" + COUNT.incrementAndGet();
    develop(id, "1.0.0");
    return id;
  }

  /** Puts that version of an iFlow into DEV. */
  void develop(String id, String version) {
    place("cpi-dev", id, version);
  }

  /** The same in another tenant. */
  void place(String tenant, String id, String version) {
    Parameter receiver =
        new Parameter("Receiver_URL", "https://dev.example.com/in", "xsd:string", "");
    byte[] zip = OwnBundles.iflow(id, "Flow " + id, version, List.of(receiver)).zip();
    control().place(tenant, "Package" + project.key(), id, version, zip);
  }

  /** Says who may release transport requests by hand. */
  void lets(String who) {
    int version = project.admin().api().get(path("")).version();
    Map<String, Object> settings = Map.of("settings", Map.of("transportRelease", who));
    project.admin().api().patch(path(""), version, settings).expect(200);
  }

  /**
   * Makes a pipeline from YAML in which {@code @cpi-qa} stands for the environment of that system.
   */
  String pipeline(String yaml) {
    String text = yaml;
    for (String system : estate.environments().keySet()) {
      text = text.replace("@" + system, estate.environment(system).name());
    }
    return project
        .admin()
        .api()
        .send(
            "POST",
            path("/pipelines"),
            text,
            request -> request.setHeader("Content-Type", "application/yaml"))
        .expect(201)
        .id();
  }

  /** Makes this the pipeline of all items that have no other. */
  void promoteThrough(String yaml) {
    String id = pipeline(yaml);
    int version = project.admin().api().get(path("")).version();
    project.admin().api().patch(path(""), version, Map.of("defaultPipelineId", id)).expect(200);
  }
}
