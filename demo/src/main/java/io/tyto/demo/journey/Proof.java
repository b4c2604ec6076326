package io.tyto.demo.journey;

import io.tyto.demo.client.Await;
import io.tyto.demo.client.Landscape;
import io.tyto.demo.process.Workplace;
import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** Whether what Tyto says is what the systems say. */
final class Proof {
  private static final List<String> CPI_TARGETS = List.of("cpi-qa", "cpi-prod");
  private static final List<String> ABAP_TARGETS = List.of("abap-qas", "abap-prd");

  private Proof() {}

  /** The targets' own ledgers: every deployment and every import once, and in the right order. */
  static void ledgersAgree(
      Landscape landscape, String iFlow, List<String> transports, Narrator narrator) {
    narrator.step("Compared with what the systems themselves wrote down");
    for (String system : ABAP_TARGETS) {
      List<String> imported = landscape.done(system, "import");
      expect(system, "imports", transports, imported);
      narrator.seen(system + ": imported " + String.join(", ", imported) + ", each once");
    }
    for (String system : CPI_TARGETS) {
      List<String> deployed = landscape.done(system, "deploy");
      expect(system, "deployments", List.of(iFlow), deployed);
      narrator.seen(system + ": deployed " + String.join(", ", deployed) + " once");
    }
    List<Instant> order =
        List.of(
            last(landscape, "abap-qas", "import"),
            last(landscape, "cpi-qa", "deploy"),
            last(landscape, "abap-prd", "import"),
            last(landscape, "cpi-prod", "deploy"));
    List<Instant> sorted = new ArrayList<>(order);
    sorted.sort(Instant::compareTo);
    if (!order.equals(sorted)) {
      throw new DemoFailure("The targets were not served in the order of the pipeline: " + order);
    }
    narrator.seen("in the order of the pipeline: abap-qas, cpi-qa, abap-prd, cpi-prod");
  }

  private static void expect(String system, String what, List<String> wanted, List<String> found) {
    if (!found.equals(wanted)) {
      throw new DemoFailure(
          "The ledger of %s shows the %s %s instead of %s.".formatted(system, what, found, wanted));
    }
  }

  private static Instant last(Landscape landscape, String system, String action) {
    return landscape.ledger(system).stream()
        .filter(entry -> entry.path("action").asString().equals(action))
        .map(entry -> Instant.parse(entry.path("at").asString()))
        .reduce((before, after) -> after)
        .orElseThrow(() -> new DemoFailure("The ledger of " + system + " has no " + action + "."));
  }

  /** The reference is written behind the promotion's back, so it may come a moment later. */
  static void almKnows(Landscape landscape, String featureUuid, Narrator narrator) {
    List<String> references =
        Await.until(
            "Cloud ALM to know of the promotion",
            Duration.ofSeconds(30),
            () -> landscape.done("alm", "reference"),
            subjects -> subjects.contains(featureUuid));
    long times = references.stream().filter(featureUuid::equals).count();
    narrator.step("Cloud ALM shows Tyto's reference on the feature (" + times + " written)");
    narrator.seen("without a link, because the demo has no https address to link to");
    for (JsonNode entry : landscape.ledger("alm")) {
      narrator.seen(entry.path("action").asString() + " " + entry.path("detail"));
    }
    if (times != 1) {
      throw new DemoFailure("The reference was written " + times + " times.");
    }
  }

  static void auditorTakesHome(Cast cast, String run, Workplace place, Narrator narrator) {
    byte[] zip = cast.olga().download("/runs/" + run + "/evidence");
    byte[] pdf = cast.olga().download("/runs/" + run + "/report");
    List<String> entries = entries(zip);
    if (entries.isEmpty()) {
      throw new DemoFailure("The evidence of run " + run + " is an empty zip.");
    }
    if (!new String(pdf, 0, Math.min(5, pdf.length), StandardCharsets.ISO_8859_1)
        .startsWith("%PDF")) {
      throw new DemoFailure("The report of run " + run + " is no PDF.");
    }
    narrator.step("olga downloaded the evidence and the report of the run");
    narrator.seen(place.save("evidence.zip", zip) + " (" + entries.size() + " entries)");
    narrator.seen(place.save("report.pdf", pdf) + " (" + pdf.length + " bytes)");
  }

  static void auditHolds(Cast cast, Narrator narrator) {
    JsonNode result = cast.olga().post("/audit/verify", Map.of());
    narrator.step("olga had the audit trail verified");
    if (!result.path("intact").asBoolean(false)) {
      throw new DemoFailure("The audit trail does not verify:\n" + result.toPrettyString());
    }
    narrator.seen(
        "intact: %d entries sealed, %d of the last second still to be sealed"
            .formatted(result.path("sealed").asInt(), result.path("unsealed").asInt()));
  }

  private static List<String> entries(byte[] zip) {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException e) {
      throw new DemoFailure("The evidence is no zip: " + e.getMessage(), e);
    }
    return names;
  }
}
