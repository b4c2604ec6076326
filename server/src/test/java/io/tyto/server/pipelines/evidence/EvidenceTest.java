package io.tyto.server.pipelines.evidence;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.EvidencePack;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class EvidenceTest {

  @Test
  void packsEverythingWithDigestsThatHold() throws Exception {
    try (EngineRig rig = new EngineRig()) {
      RunView run = finished(rig);
      Map<String, byte[]> entries = entries(rig.bean(EvidencePack.class).zip(run.id()));
      assertThat(entries.keySet())
          .contains(
              "run.json",
              "tasks.json",
              "effects.json",
              "deliverables.json",
              "decisions.json",
              "bypasses.json",
              "history.json",
              "audit.ndjson",
              "report.pdf",
              "MANIFEST.sha256");
      assertThat(text(entries, "decisions.json")).contains("APPROVED", "mara");
      assertThat(text(entries, "deliverables.json")).contains("digest of Orders1.0.4");
      assertThat(text(entries, "audit.ndjson")).contains("task-approve");
      assertThat(entries.keySet()).anyMatch(name -> name.endsWith("digests.txt"));
      List<String> manifest = text(entries, "MANIFEST.sha256").lines().toList();
      assertThat(manifest).hasSize(entries.size() - 1);
      for (String line : manifest) {
        byte[] entry = entries.get(line.substring(66));
        String digest =
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(entry));
        assertThat(line).startsWith(digest);
      }
    }
  }

  @Test
  void printsWhoDecidedWhatAboutWhich() throws Exception {
    try (EngineRig rig = new EngineRig()) {
      RunView run = finished(rig);
      byte[] pdf = rig.bean(EvidencePack.class).report(run.id());
      PdfReader reader = new PdfReader(pdf);
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(new PdfTextExtractor(reader).getTextFromPage(page));
      }
      assertThat(text.toString()).contains("Release evidence: BHA-1", "mara", "APPROVED", "Orders");
    }
  }

  private static RunView finished(EngineRig rig) {
    Actor dev = rig.world.person("dana", DEVELOPER);
    Actor manager = rig.world.person("mara", RELEASE_MANAGER);
    rig.world.pipeline(
        Pipes.of(
            Pipes.task("Build", new TaskSpec.Build()),
            Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1)),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", false))));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", "DDEVEL")), dev);
    rig.settle();
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.because("looks good"), manager);
    rig.settle();
    assertThat(rig.run(run.id(), dev).state()).isEqualTo("COMPLETED");
    return run;
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.get(name), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> entries(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        entries.put(e.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
