package io.tyto.server.projects;

import io.tyto.server.kernel.ProjectKey;
import org.jspecify.annotations.Nullable;

/** A working project. */
public record ProjectView(
    ProjectKey key,
    String name,
    String description,
    @Nullable String defaultPipelineId,
    ProjectSettings settings,
    boolean archived,
    int version) {}
