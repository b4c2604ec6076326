package io.tyto.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.BrowseQuery;
import io.tyto.spi.artifacts.ResolvedArtifact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every source of artifacts keeps to, on a system that holds at least one. */
public abstract class ArtifactSourceContract<S extends Record> extends ConnectorContract<S> {

  @Override
  protected abstract ArtifactSource<S> connector();

  protected abstract String kind();

  /** An artifact of that kind that may be attached. */
  protected abstract String existingId();

  /** An id of the right form that does not exist. */
  protected abstract String missingId();

  private ResolvedArtifact resolved() {
    Resolution resolution = connector().resolve(connection(), kind(), existingId(), null);
    assertThat(resolution).isInstanceOf(Resolution.Resolved.class);
    return ((Resolution.Resolved) resolution).artifact();
  }

  private List<String> ids(int limit) {
    List<String> ids = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      ArtifactPage page =
          connector().browse(connection(), new BrowseQuery(null, null, limit, cursor));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(row -> ids.add(row.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }

  @Test
  void browsesTheSameRowsWhateverThePageSize() {
    List<String> all = ids(500);
    assertThat(all).isNotEmpty().doesNotHaveDuplicates();
    assertThat(ids(2)).containsExactlyElementsOf(all);
  }

  @Test
  void resolvesTheSameVersionToTheSameDigest() {
    ResolvedArtifact once = resolved();
    assertThat(once.digest()).matches("[0-9a-f]{64}");
    assertThat(once.kind()).isEqualTo(kind());
    assertThat(resolved().digest()).isEqualTo(once.digest());
  }

  @Test
  void fetchesWhatItResolved() {
    ResolvedArtifact artifact = resolved();
    if (artifact.hasContent()) {
      var content = connector().fetch(connection(), artifact);
      assertThat(content.digest()).isEqualTo(artifact.digest());
      assertThat(content.bytes()).isNotEmpty();
      assertThat(content.fileName()).isNotBlank().doesNotContain("/", "\\", "..");
    }
  }

  @Test
  void saysThatAnArtifactIsNotThere() {
    assertThat(connector().resolve(connection(), kind(), missingId(), null))
        .isInstanceOfSatisfying(
            Resolution.Unusable.class,
            unusable -> {
              assertThat(unusable.code()).matches("[a-z][a-z0-9-]*");
              assertThat(unusable.message()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("brokenSides")
  void namesWhatIsWrongWithTheOtherSide(Answering broken) {
    var at = broken.in(connection());
    Failing.rightly(broken, () -> connector().browse(at, new BrowseQuery(null, null, 10, null)));
    Failing.rightly(broken, () -> connector().resolve(at, kind(), existingId(), null));
  }
}
