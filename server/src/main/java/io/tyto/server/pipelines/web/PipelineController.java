package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineLibrary;
import io.tyto.server.pipelines.definition.PipelineReader;
import io.tyto.server.pipelines.definition.PipelineTemplates;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.PipelineWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Release pipelines of a project. */
@RestController
@RequestMapping("/api/v1")
class PipelineController {
  private static final String YAML = "application/yaml";

  private final PipelineLibrary library;
  private final PipelineReader reader;
  private final Access access;

  PipelineController(PipelineLibrary library, PipelineReader reader, Access access) {
    this.library = library;
    this.reader = reader;
    this.access = access;
  }

  @GetMapping("/projects/{key}/pipelines")
  @Needs(Permission.PROJECT_READ)
  Page<PipelineResource> list(@PathVariable String key) {
    List<PipelineView> found = library.ofProject(new ProjectKey(key));
    return new Page<>(found, null, null).map(this::resource);
  }

  @GetMapping(value = "/projects/{key}/pipelines/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.PROJECT_READ)
  PipelineResource get(@PathVariable String key, @PathVariable String id) {
    return resource(library.inProject(new ProjectKey(key), id));
  }

  @GetMapping(value = "/projects/{key}/pipelines/{id}", produces = YAML)
  @Needs(Permission.PROJECT_READ)
  String getYaml(@PathVariable String key, @PathVariable String id) {
    return library.inProject(new ProjectKey(key), id).yaml();
  }

  @GetMapping("/projects/{key}/pipelines/{id}/versions")
  @Needs(Permission.PROJECT_READ)
  Page<VersionResource> versions(@PathVariable String key, @PathVariable String id) {
    return new Page<>(library.versions(new ProjectKey(key), id), null, null)
        .map(version ->
            new VersionResource(
                version.number(), version.createdBy(), version.createdAt(), version.yaml()));
  }

  @PostMapping(
      value = "/projects/{key}/pipelines",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.PIPELINES_EDIT)
  ResponseEntity<PipelineResource> create(@PathVariable String key, @RequestBody String body) {
    ProjectKey project = new ProjectKey(key);
    PipelineDefinition definition = reader.json(project, body);
    return created(project, definition, PipelineWriter.yaml(definition));
  }

  @PostMapping(
      value = "/projects/{key}/pipelines",
      consumes = YAML,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.PIPELINES_EDIT)
  ResponseEntity<PipelineResource> createYaml(@PathVariable String key, @RequestBody String body) {
    ProjectKey project = new ProjectKey(key);
    return created(project, reader.yaml(project, body), body);
  }

  @PutMapping(
      value = "/projects/{key}/pipelines/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.PIPELINES_EDIT)
  PipelineResource change(
      @PathVariable String key,
      @PathVariable String id,
      @RequestBody String body,
      ExpectedVersion expected) {
    ProjectKey project = new ProjectKey(key);
    PipelineView current = library.inProject(project, id);
    PipelineDefinition definition = reader.json(project, body);
    return changed(current, definition, PipelineWriter.yaml(definition), expected);
  }

  @PutMapping(
      value = "/projects/{key}/pipelines/{id}",
      consumes = YAML,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.PIPELINES_EDIT)
  PipelineResource changeYaml(
      @PathVariable String key,
      @PathVariable String id,
      @RequestBody String body,
      ExpectedVersion expected) {
    ProjectKey project = new ProjectKey(key);
    PipelineView current = library.inProject(project, id);
    return changed(current, reader.yaml(project, body), body, expected);
  }

  @GetMapping(value = "/pipelines/schema", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.SIGNED_IN)
  String schema() {
    return reader.schema();
  }

  @GetMapping("/pipelines/templates")
  @Needs(Permission.SIGNED_IN)
  Page<PipelineTemplates.Template> templates() {
    return new Page<>(PipelineTemplates.all(), null, null);
  }

  private ResponseEntity<PipelineResource> created(
      ProjectKey project, PipelineDefinition definition, String yaml) {
    PipelineView pipeline = library.create(project, definition, yaml, access.caller());
    return ResponseEntity.created(
            URI.create("/api/v1/projects/" + project.value() + "/pipelines/" + pipeline.id()))
        .body(resource(pipeline));
  }

  private PipelineResource changed(
      PipelineView current, PipelineDefinition definition, String yaml, ExpectedVersion expected) {
    return resource(library.change(current, definition, yaml, expected, access.caller()));
  }

  private PipelineResource resource(PipelineView pipeline) {
    return PipelineResource.of(pipeline, library.warnings(pipeline));
  }

  /** One version in the history. */
  record VersionResource(int version, String createdBy, Instant createdAt, String yaml) {}
}
