package io.tyto.server.artifacts.internal;

import io.tyto.connector.kit.archive.ArchiveDigest;
import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an approval of content is bound to: the ordered deliverables and their own digests. */
final class CandidateDigest {

  private CandidateDigest() {}

  static String of(List<Deliverable> deliverables) {
    StringBuilder text = new StringBuilder("tyto-candidate-1\n");
    for (Deliverable d : deliverables) {
      field(text, d.kind());
      field(text, d.environmentId() == null ? null : d.environmentId().value());
      field(text, d.externalId());
      field(text, d.version());
      field(text, d.url());
      field(text, d.digest());
      text.append('\n');
    }
    return ArchiveDigest.ofBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Over the parts in their order; of one part it is the part's own. */
  static String together(List<Candidate> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().digest();
    }
    StringBuilder text = new StringBuilder("tyto-package-1\n");
    for (Candidate part : parts) {
      field(text, part.workItem().value());
      field(text, part.digest());
      text.append('\n');
    }
    return ArchiveDigest.ofBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Length first, so that no two lists of fields read the same. */
  private static void field(StringBuilder text, @Nullable String value) {
    String said = Objects.requireNonNullElse(value, "");
    text.append(value == null ? -1 : said.length()).append(':').append(said).append(';');
  }
}
