package io.tyto.demo.journey;

import io.tyto.demo.client.Landscape;
import io.tyto.demo.client.Person;
import io.tyto.demo.process.Surroundings;
import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** From a service key to production, and what is left to try afterwards. */
public final class Journey {
  private static final String IFLOW = "OrderReplication";

  /** The second needs the first: both change the same table. */
  private static final List<String> TRANSPORTS = List.of("DEVK900107", "DEVK900112");

  private final Surroundings around;
  private final Narrator narrator;

  public Journey(Surroundings around, Narrator narrator) {
    this.around = around;
    this.narrator = narrator;
  }

  /** Password of the first user, to start the server with. */
  public static String adminPassword() {
    return Cast.ADMIN_PASSWORD;
  }

  /**
   * Returns what is left to try.
   *
   * @throws DemoFailure at the first thing that is not as it should be
   */
  public Card play() {
    String server = around.serverUrl();
    Landscape landscape = Landscape.at(around.landscapeUrl());
    narrator.step("Started the server at " + server + " on a fresh database");
    narrator.step(
        "Started a simulated SAP landscape of "
            + landscape.size()
            + " systems, control port "
            + around.landscapeUrl());
    narrator.chapter("Who and where");
    Person admin = Person.signIn(server, "admin", Cast.ADMIN_PASSWORD);
    narrator.step("Signed in as admin");
    Cast cast = Cast.appear(admin, server, narrator);
    Estate estate = Estate.register(admin, landscape, narrator);
    Workshop.open(cast, estate, narrator);
    Workshop.Pipelines pipelines = Workshop.definePipelines(cast, narrator);
    narrator.chapter("What is to be delivered");
    Backlog.integrate(cast, estate, landscape, narrator);
    Backlog.syncTwice(cast, narrator);
    Backlog.Picks picks = Backlog.pick(cast, narrator);
    Promotion promotion = new Promotion(picks.feature(), cast.dora(), narrator);
    attach(cast, estate, pipelines, picks, promotion);
    narrator.chapter("To QA");
    toQuality(cast, promotion);
    narrator.chapter("To production");
    toProduction(cast, promotion);
    narrator.chapter("Is it true?");
    believe(landscape, cast, picks, promotion.run());
    narrator.chapter("Left for you");
    return leave(cast, estate, new Left(server, picks, promotion.run()));
  }

  private void believe(Landscape landscape, Cast cast, Backlog.Picks picks, String run) {
    Proof.ledgersAgree(landscape, IFLOW, TRANSPORTS, narrator);
    Proof.almKnows(landscape, picks.uuid(), narrator);
    Proof.auditorTakesHome(cast, run, around.place(), narrator);
    Proof.auditHolds(cast, narrator);
  }

  private record Left(String server, Backlog.Picks picks, String completed) {}

  private Card leave(Cast cast, Estate estate, Left left) {
    Leftovers leftovers = new Leftovers(cast, estate, narrator);
    String failed = leftovers.leaveFailed(left.picks().failing());
    String waiting = leftovers.leaveWaiting(left.picks().waiting());
    Card card =
        new Card(
            cast,
            new Card.Places(left.server(), around.landscapeUrl(), around.place().data().toString()),
            new Card.Runs(left.completed(), waiting, failed, left.picks()));
    card.print(narrator);
    return card;
  }

  private void attach(
      Cast cast,
      Estate estate,
      Workshop.Pipelines pipelines,
      Backlog.Picks picks,
      Promotion promotion) {
    cast.dora()
        .patch(
            Workshop.path("/work-items/" + picks.feature()),
            Map.of("pipelineId", pipelines.bothWorlds()));
    JsonNode packages =
        cast.dora().get("/environments/" + estate.id("CPI-DEV") + "/artifacts?limit=100");
    narrator.step(
        "dora browsed CPI-DEV (" + packages.path("items").size() + " packages) and attached");
    promotion.attach(
        Map.of("kind", "cpi-artifact", "environmentId", estate.id("CPI-DEV"), "externalId", IFLOW));
    TRANSPORTS.forEach(number ->
        promotion.attach(
            Map.of(
                "kind",
                "transport",
                "environmentId",
                estate.id(Estate.ABAP_SOURCE),
                "externalId",
                number)));
    new Promotion(picks.story(), cast.dora(), narrator)
        .attach(
            Map.of(
                "kind",
                "link",
                "name",
                "Interface description",
                "url",
                "https://example.com/order-replication"));
    parameters(cast, estate, "CPI-QA", "qa", "S4_QA_COMM");
    parameters(cast, estate, "CPI-PROD", "prod", "S4_PROD_COMM");
    narrator.step("dora set the iFlow's parameters for CPI-QA and CPI-PROD");
  }

  private void parameters(
      Cast cast, Estate estate, String environment, String host, String credential) {
    String query = "?environmentId=" + estate.id(environment) + "&artifactId=" + IFLOW;
    cast.dora()
        .put(
            Workshop.path("/parameters" + query),
            Map.of(
                "items",
                List.of(
                    Map.of(
                        "key",
                        "Receiver_URL",
                        "value",
                        "https://s4-" + host + ".example.com/orders"),
                    Map.of("key", "Poll_Interval", "value", "60"),
                    Map.of("key", "Credential_Name", "value", credential))));
  }

  private void toQuality(Cast cast, Promotion promotion) {
    promotion.promote(promotion.plan());
    promotion.showFourEyes();
    promotion.approve(cast.rita());
    promotion.awaitStage("QA");
  }

  private void toProduction(Cast cast, Promotion promotion) {
    promotion.promote(promotion.plan());
    promotion.approve(cast.rita());
    promotion.approve(cast.amir());
    promotion.awaitStage("PROD");
    JsonNode run = promotion.awaitEnd();
    if (!Promotion.state(run).equals("COMPLETED")) {
      throw new DemoFailure("The run did not reach production:\n" + run.toPrettyString());
    }
    narrator.step("The promotion reached production");
  }
}
