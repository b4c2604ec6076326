package io.tyto.server.credentials;

import io.tyto.server.kernel.ProjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says where credentials are used; modules that refer to credentials implement it as a bean. */
public interface CredentialUse {

  /** By credential id; ids that are not used may be absent. One query for all of them. */
  Map<String, List<Use>> usesOf(Collection<String> credentialIds);

  /**
   * @param kind what uses it, in the singular: {@code environment}, {@code alm-integration}
   * @param project null for things of the whole server
   */
  record Use(String kind, String id, @Nullable String name, @Nullable ProjectKey project) {}
}
