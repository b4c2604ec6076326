package io.tyto.demo.journey;

import io.tyto.demo.client.Person;
import io.tyto.demo.tell.Narrator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The working project of the demo: members, environments, landscapes, pipelines. */
final class Workshop {
  static final String KEY = "BHA";
  private static final String STANDARD = "integration-suite-standard";

  /** Both worlds in one pipeline: ABAP first, because the interface calls it. */
  private static final String BOTH_WORLDS =
      """
      name: order-to-cash
      description: ABAP and Cloud Integration together, to QA and after two approvals to PROD.
      stages:
        - name: QA
          tasks:
            - build: {}
            - validate: { checks: [released, downgrade, predecessors, parameters-complete] }
            - approve: { by: [role:release-manager], exclude: [promoter] }
            - deploy: { name: Import to S4-QAS, environment: S4-QAS }
            - deploy: { name: Deploy to CPI-QA, environment: CPI-QA }
        - name: PROD
          tasks:
            - wait-for-promotion: {}
            - approve:
                by: [role:release-manager, role:approver]
                min: 2
                exclude: [promoter, author]
            - deploy: { name: Import to S4-PRD, environment: S4-PRD }
            - deploy: { name: Deploy to CPI-PROD, environment: CPI-PROD, backup: true }
            - alm-status: { feature: Deployed, userStory: Done }
      """;

  private Workshop() {}

  static String path(String rest) {
    return "/projects/" + KEY + rest;
  }

  static void open(Cast cast, Estate estate, Narrator narrator) {
    cast.admin()
        .post(
            "/projects",
            Map.of("key", KEY, "name", "Order to Cash", "description", "The project of the demo"));
    List<String> quality = List.of(estate.id("S4-QAS"), estate.id("CPI-QA"));
    List<String> all =
        List.of(
            estate.id("S4-QAS"), estate.id("CPI-QA"), estate.id("S4-PRD"), estate.id("CPI-PROD"));
    estate
        .environments()
        .forEach((name, id) ->
            cast.admin().put(path("/environments/" + id), Map.of("source", name.endsWith("-DEV"))));
    member(cast.admin(), cast.paul(), "project-admin", List.of());
    member(cast.admin(), cast.dora(), "developer", all);
    member(cast.admin(), cast.dario(), "developer", quality);
    member(cast.admin(), cast.rita(), "release-manager", all);
    member(cast.admin(), cast.amir(), "approver", List.of());
    cast.paul()
        .put(
            path("/landscapes"),
            Map.of(
                "items",
                List.of(
                    chain("Integration", estate, "CPI-DEV", "CPI-QA", "CPI-PROD"),
                    chain("ERP", estate, "S4-DEV", "S4-QAS", "S4-PRD"))));
    narrator.step(
        "Opened project "
            + KEY
            + " with its members and two landscapes: CPI-DEV > CPI-QA > CPI-PROD and"
            + " S4-DEV > S4-QAS > S4-PRD");
  }

  private static void member(Person admin, Person person, String role, List<String> deployTo) {
    admin.put(
        path("/members/" + person.name()), Map.of("roles", List.of(role), "deployTo", deployTo));
  }

  private static Map<String, Object> chain(String name, Estate estate, String... environments) {
    return Map.of(
        "name", name, "environments", List.of(environments).stream().map(estate::id).toList());
  }

  /**
   * @return ids of the pipeline for both worlds and of the template for Cloud Integration
   */
  static Pipelines definePipelines(Cast cast, Narrator narrator) {
    String both = cast.paul().postYaml(path("/pipelines"), BOTH_WORLDS).path("id").asString();
    String template = "";
    for (JsonNode each : cast.paul().list("/pipelines/templates")) {
      if (each.path("name").asString().equals(STANDARD)) {
        template = each.path("yaml").asString();
      }
    }
    String standard = cast.paul().postYaml(path("/pipelines"), template).path("id").asString();
    cast.paul().patch(path(""), Map.of("defaultPipelineId", standard));
    narrator.step(
        "Defined release pipelines in YAML: order-to-cash (both worlds), and the template "
            + STANDARD
            + " as the project's default");
    return new Pipelines(both, standard);
  }

  record Pipelines(String bothWorlds, String standard) {}
}
