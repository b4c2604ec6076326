package io.tyto.server.landscape.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.landscape.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /projects/{key}/parameters}: what a read answers may be sent back with values changed. */
@RestController
@RequestMapping("/api/v1/projects/{key}/parameters")
class ParametersController {
  private final Parameters parameters;
  private final Access access;

  ParametersController(Parameters parameters, Access access) {
    this.parameters = parameters;
    this.access = access;
  }

  record ValuesInput(@Nullable List<ValueInput> items) {}

  /**
   * @param value null or absent keeps the target's
   */
  record ValueInput(@Nullable String key, @Nullable String value) {}

  @GetMapping
  @Needs(Permission.PROJECT_READ)
  Page<Parameters.Parameter> of(
      @PathVariable String key,
      @RequestParam String environmentId,
      @RequestParam String artifactId) {
    return new Page<>(
        parameters.of(new ProjectKey(key), new EnvironmentId(environmentId), artifactId),
        null,
        null);
  }

  @PutMapping
  @Needs(Permission.WORK_ITEMS_EDIT)
  Page<Parameters.Parameter> set(
      @PathVariable String key,
      @RequestParam String environmentId,
      @RequestParam String artifactId,
      @RequestBody ValuesInput input) {
    Map<String, String> values = new LinkedHashMap<>();
    List<ValueInput> items = input.items();
    if (items == null) {
      throw Refusal.at("items", GeneralRefusal.INVALID, "items must be a list of keys and values.");
    }
    for (int i = 0; i < items.size(); i++) {
      ValueInput item = items.get(i);
      String name = item.key();
      if (name == null || name.isEmpty()) {
        throw Refusal.at("items[" + i + "].key", GeneralRefusal.INVALID, "key is needed.");
      }
      String value = item.value();
      if (value != null && values.put(name, value) != null) {
        throw Refusal.at(
            "items[" + i + "].key", GeneralRefusal.INVALID, "'" + name + "' stands twice.");
      }
    }
    return new Page<>(
        parameters.set(
            access.caller(),
            new ProjectKey(key),
            new EnvironmentId(environmentId),
            artifactId,
            values),
        null,
        null);
  }
}
