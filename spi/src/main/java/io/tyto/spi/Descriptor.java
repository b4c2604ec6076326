package io.tyto.spi;

import java.util.List;

/**
 * What the outside needs to know of a connector; the page draws its forms, tabs and choices from
 * it.
 *
 * @param id stable, kebab-case: the connector's name in the database, in JSON and in YAML
 * @param credentialTypes ids of the credential types it signs in with
 * @param deliverableKinds kinds that come from or go to such systems
 * @param checks checks that a {@code validate} task may name
 */
public record Descriptor<S extends Record>(
    String id,
    String displayName,
    Class<S> settings,
    List<String> credentialTypes,
    List<DeliverableKind> deliverableKinds,
    List<CheckKind> checks) {

  public Descriptor {
    credentialTypes = List.copyOf(credentialTypes);
    deliverableKinds = List.copyOf(deliverableKinds);
    checks = List.copyOf(checks);
  }

  /**
   * @param tabTitle heading under which a work item lists such deliverables
   * @param upload true when its content is a file a person uploads instead of one that is fetched
   */
  public record DeliverableKind(String id, String displayName, String tabTitle, boolean upload) {}

  /**
   * @param at whether the check asks the deliverable's source or the target of the deployment
   */
  public record CheckKind(String id, String displayName, At at) {}

  /** Which side a check asks. */
  public enum At {
    SOURCE,
    TARGET
  }
}
