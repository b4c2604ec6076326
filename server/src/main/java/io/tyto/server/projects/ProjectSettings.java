package io.tyto.server.projects;

/**
 * Policies a project chooses.
 *
 * @param componentRequired promotion is refused while a work item has no component
 * @param automaticPromotion a webhook may promote on a status; off by default
 * @param transportRelease who may release transport requests: {@code owner}, {@code developer},
 *     {@code release-manager} or {@code pipeline}
 */
public record ProjectSettings(
    boolean componentRequired, boolean automaticPromotion, String transportRelease) {

  public static final ProjectSettings DEFAULT = new ProjectSettings(false, false, "developer");
}
