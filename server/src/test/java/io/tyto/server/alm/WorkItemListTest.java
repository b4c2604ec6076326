package io.tyto.server.alm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Work items found, counted and exported. */
@TytoTest
class WorkItemListTest {
  private final Tyto tyto;

  WorkItemListTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @Test
  void searchFindsAnExactIdFirstAndOnlyWhatThePersonMaySee() {
    AlmLink mine = synced(12, 5);
    AlmLink other = synced(3, 0);
    Person viewer = mine.project.member("viewer");
    String first = mine.project.key() + "-1";
    List<String> found = viewer.api().get("/search?q=" + first).expect(200).items("id");
    assertThat(found.getFirst()).isEqualTo(first);
    assertThat(found).contains(mine.project.key() + "-10");
    assertThat(viewer.api().get("/search?q=" + other.project.key() + "-").items("id")).isEmpty();
    JsonNode item = mine.items().getLast();
    String title = item.path("title").asString();
    String text = title.substring(1, 6).toUpperCase(Locale.ROOT).replace(' ', '+');
    assertThat(viewer.api().get("/search?q=" + text).expect(200).items("id")).isNotEmpty();
    viewer.api().get("/search?q=ab").refused(400, "invalid");
    assertThat(viewer.api().get("/search?q=%25%25%25").items("id")).isEmpty();
  }

  @Test
  void statusesAreThoseInUse() {
    AlmLink link = synced(8, 4);
    Set<List<String>> used = new HashSet<>();
    for (JsonNode item : link.api().get(link.project.path("/work-items")).json().path("items")) {
      JsonNode status = item.path("status");
      used.add(
          List.of(
              item.path("type").asString(),
              status.path("code").asString(),
              status.path("label").asString()));
    }
    Answer statuses = link.api().get(link.project.path("/work-items/statuses")).expect(200);
    List<List<String>> told = new ArrayList<>();
    for (JsonNode each : statuses.json().path("items")) {
      told.add(
          List.of(
              each.path("type").asString(),
              each.path("code").asString(),
              each.path("label").asString()));
    }
    assertThat(used).isNotEmpty();
    assertThat(told).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void exportsAllThatTheFilterFindsAsCsvAndAsExcel() throws IOException {
    AlmLink link = synced(2, 3);
    String path = link.project.path("/work-items/export?type=USER_STORY");
    Answer csv = link.api().get(path).expect(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text().lines()).hasSize(4).first().asString().startsWith("\"ID\",");
    Answer excel = link.api().get(path + "&format=XLSX").expect(200);
    assertThat(excel.header("Content-Disposition")).endsWith(".xlsx\"");
    String sheet = entry(excel.bytes(), "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains(">External ID<").doesNotContain("<f>");
    assertThat(sheet.split("<row", -1)).hasSize(5);
    csv.text()
        .lines()
        .skip(1)
        .map(line -> line.split("\"")[1])
        .forEach(id -> assertThat(sheet).contains(">" + id + "<"));
    link.api().get(path + "&format=pdf").refused(400, "invalid");
  }

  private AlmLink synced(int features, int stories) {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, features, stories));
    link.sync();
    return link;
  }

  private static String entry(byte[] zip, String name) throws IOException {
    Path file = Files.write(Files.createTempFile("export", ".xlsx"), zip);
    try (ZipFile read = new ZipFile(file.toFile())) {
      return new String(
          read.getInputStream(read.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
