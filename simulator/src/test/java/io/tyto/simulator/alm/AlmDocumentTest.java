package io.tyto.simulator.alm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.tyto.simulator.Call;
import io.tyto.simulator.Simulator;
import io.tyto.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares answers with our own schemas, and with SAP's documents where they lie at hand. */
class AlmDocumentTest {
  private static Simulator simulator;
  private static JsonNode projects;
  private static JsonNode tasks;
  private static JsonNode task;
  private static JsonNode comment;
  private static JsonNode timeboxes;

  @BeforeAll
  static void collectAnswers() throws Exception {
    simulator = Simulator.start(SimulatorOptions.defaults());
    Call alm = new Call(simulator.url("alm")).login(CloudAlm.CLIENT_ID, CloudAlm.CLIENT_SECRET);
    projects = alm.get("/api/calm-projects/v1/projects").json();
    String project = projects.get(0).get("id").asString();
    tasks = alm.get("/api/calm-tasks/v1/tasks?projectId=" + project).json();
    String path = "/api/calm-tasks/v1/tasks/" + tasks.get(20).get("id").asString();
    task = alm.get(path).json();
    comment = alm.json("POST", path + "/comments", "{\"text\":\"Seen\"}").json();
    timeboxes = alm.get("/api/calm-projects/v1/projects/" + project + "/timeboxes").json();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void tasksAndProjectsFitOurOwnSchemas() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
    Schema project = registry.getSchema(own("project.schema.json"));
    Schema one = registry.getSchema(own("task.schema.json"));
    assertThat(tasks).hasSizeGreaterThan(170);
    projects.forEach(node -> assertThat(project.validate(node)).isEmpty());
    tasks.forEach(node -> assertThat(one.validate(node)).as(node.toString()).isEmpty());
    assertThat(one.validate(task)).isEmpty();
    ObjectNode wrong = ((ObjectNode) task.deepCopy()).put("priorityId", "30");
    assertThat(one.validate(wrong)).isNotEmpty();
  }

  @Test
  void tasksFitTheDocumentOfSap() throws IOException {
    Schema list = sap("CALM_TKM_from_BPA_approval2eyes.json", "Task");
    tasks.forEach(node -> assertThat(list.validate(node)).as(node.toString()).isEmpty());
    assertThat(sap("CALM_TKM_from_BPA_approval2eyes.json", "TaskWithDescription").validate(task))
        .isEmpty();
    assertThat(sap("CALM_TKM_from_BPA_approval2eyes.json", "Comment").validate(comment)).isEmpty();
    ObjectNode wrong = ((ObjectNode) task.deepCopy()).put("priorityId", "30");
    assertThat(list.validate(wrong)).isNotEmpty();
  }

  @Test
  void projectsFitTheDocumentOfSap() throws IOException {
    Schema project = sap("CALM_PJM_from_BPA_document_workflow.json", "Project");
    projects.forEach(node -> assertThat(project.validate(node)).as(node.toString()).isEmpty());
    Schema timebox = sap("CALM_PJM_from_BPA_document_workflow.json", "Timebox");
    timeboxes.forEach(node -> assertThat(timebox.validate(node)).as(node.toString()).isEmpty());
  }

  private static JsonNode own(String name) throws IOException {
    try (InputStream in = AlmDocumentTest.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return Call.JSON.readTree(in);
    }
  }

  private static Schema sap(String file, String schema) throws IOException {
    Optional<Path> document = shared().map(one -> one.resolve("specs").resolve(file));
    assumeThat(document).as("SAP's documents are not at hand").isPresent();
    ObjectNode root = (ObjectNode) Call.JSON.readTree(Files.readString(document.orElseThrow()));
    root.put("$ref", "#/components/schemas/" + schema);
    return SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(root);
  }

  private static Optional<Path> shared() {
    Stream.Builder<Path> places = Stream.builder();
    String named = System.getProperty("tyto.shared", System.getenv("TYTO_SHARED"));
    if (named != null) {
      places.add(Path.of(named));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      places.add(at.resolveSibling("shared"));
    }
    return places.build().filter(one -> Files.isDirectory(one.resolve("specs"))).findFirst();
  }
}
