package io.tyto.server.alm;

import org.jspecify.annotations.Nullable;

/** What is entered for an integration; a change leaves alone what is null. */
public record IntegrationInput(
    @Nullable String name,
    @Nullable String description,
    @Nullable String externalSystem,
    @Nullable String credentialId,
    @Nullable String hostUrl,
    @Nullable String externalProjectId,
    @Nullable Boolean isDefault,
    @Nullable WriteBackInput writeBack,
    @Nullable Boolean statusGates) {

  /** What is written back; all off unless said. */
  public record WriteBackInput(
      @Nullable Boolean references, @Nullable Boolean comments, @Nullable Boolean status) {}
}
