package io.tyto.server.artifacts;

import io.tyto.server.kernel.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to attach.
 *
 * @param environmentId needed when the project has several sources that know this kind
 * @param version null means the current one
 * @param file name and bytes of an upload, for kinds that are uploaded
 * @param step for kind {@code manual-step}
 */
public record NewDeliverable(
    String kind,
    @Nullable EnvironmentId environmentId,
    @Nullable String externalId,
    @Nullable String version,
    @Nullable String name,
    @Nullable String url,
    @Nullable Upload file,
    @Nullable ManualStep step) {

  /** A file a person uploaded. */
  public record Upload(String fileName, byte[] bytes) {}
}
