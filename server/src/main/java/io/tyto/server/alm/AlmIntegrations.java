package io.tyto.server.alm;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.stories.ExternalProject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the links from a project to projects of external systems. */
public interface AlmIntegrations {

  /**
   * Reads live which external projects the credential sees.
   *
   * @throws Refusal telling apart: wrong credential, token refused, scope missing, unreachable
   */
  ExternalProjects externalProjects(Actor caller, Place place);

  /** Sorted by name. */
  List<IntegrationView> list(ProjectKey project);

  /**
   * @throws Refusal {@code not-found}
   */
  IntegrationView get(ProjectKey project, String id);

  /**
   * Links an external project, having seen that the credential reads it. Linking a project whose
   * integration was removed brings that one back, with its work items and history.
   *
   * @return with the webhook's token, shown this once
   * @throws Refusal with an error at each wrong field
   */
  IntegrationView create(Actor caller, ProjectKey project, IntegrationInput input);

  /**
   * @throws Refusal {@code stale}, or with an error at each wrong field
   */
  IntegrationView change(
      Actor caller, ProjectKey project, String id, ExpectedVersion version, IntegrationInput input);

  /** Its work items stay with their history, marked as gone; a sync under way ends. */
  void remove(Actor caller, ProjectKey project, String id);

  /** A new token for the webhook, shown this once; the old one ends. */
  IntegrationView renewHookToken(Actor caller, ProjectKey project, String id);

  /**
   * Where external projects are.
   *
   * @param externalSystem connector id; may be left out while there is only one
   */
  record Place(
      @Nullable String externalSystem, @Nullable String credentialId, @Nullable String hostUrl) {}

  /**
   * @param note why the list may lack projects; null when there is nothing to say
   */
  record ExternalProjects(List<ExternalProject> items, @Nullable String note) {}
}
