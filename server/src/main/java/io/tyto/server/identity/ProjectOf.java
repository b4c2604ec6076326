package io.tyto.server.identity;

import io.tyto.server.kernel.ProjectKey;
import java.util.Optional;

/** Leads from an id to its project, for paths that do not name the project. */
public interface ProjectOf {

  /** Resource in the singular: {@code run}. */
  String resource();

  Optional<ProjectKey> projectOf(String id);
}
