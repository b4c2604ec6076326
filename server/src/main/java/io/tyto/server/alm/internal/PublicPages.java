package io.tyto.server.alm.internal;

import io.tyto.server.kernel.TytoSettings;
import io.tyto.server.kernel.WorkItemId;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Addresses of pages for links from outside, which external systems take by https only. */
@Component
public class PublicPages {
  private final TytoSettings settings;

  PublicPages(TytoSettings settings) {
    this.settings = settings;
  }

  /** Empty when Tyto has no https address. */
  public Optional<URI> of(WorkItemId item) {
    URI base = settings.publicUrl();
    if (base == null || !settings.https()) {
      return Optional.empty();
    }
    String root = base.toString().replaceAll("/+$", "");
    return Optional.of(
        URI.create(
            "%s/projects/%s/user-stories/%s"
                .formatted(root, item.project().value(), item.value())));
  }

  /** What to say when a link is left out. */
  public String withoutLink() {
    return "Without a link: TYTO_PUBLIC_URL is not an https address.";
  }

  boolean linkable() {
    return settings.https();
  }
}
