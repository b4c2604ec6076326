package io.tyto.connector.cpi.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds OData V2 paths; every value is escaped for OData first and for the URL second. */
public final class ODataPath {
  private static final String ROOT = "/api/v1/";

  private ODataPath() {}

  public static String of(String rest) {
    return ROOT + rest;
  }

  /** {@code IntegrationPackages('Id')}. */
  public static String entity(String set, String key) {
    return ROOT + set + "(" + literal(key) + ")";
  }

  /** The newest state of a design-time artifact. */
  public static String artifact(ArtifactType type, String id) {
    return ROOT + type.entitySet() + "(Id=" + literal(id) + ",Version='active')";
  }

  /** A string literal in quotes. */
  public static String literal(String value) {
    String quoted = value.replace("'", "''");
    return "'" + URLEncoder.encode(quoted, StandardCharsets.UTF_8).replace("+", "%20") + "'";
  }
}
