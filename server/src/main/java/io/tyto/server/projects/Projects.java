package io.tyto.server.projects;

import io.tyto.server.identity.ProjectRole;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks projects and members up. */
public interface Projects {

  Optional<ProjectView> find(ProjectKey key);

  /**
   * @throws Refusal {@code not-found}
   */
  ProjectView get(ProjectKey key);

  /** Projects the user may read; null-free, sorted by key. */
  List<ProjectKey> readableBy(UserId user);

  /** The project itself, when the user may read it. */
  Optional<ProjectKey> ifReadable(ProjectKey key, UserId user);

  List<UserId> membersWith(ProjectKey key, ProjectRole role);

  /** Environments the member was given the right to deploy to. */
  Set<EnvironmentId> deployTo(ProjectKey key, UserId user);
}
