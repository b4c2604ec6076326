package io.tyto.server.alm.internal;

import io.tyto.server.credentials.CredentialUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says which integrations sign in with a credential. */
@Component
class IntegrationUses implements CredentialUse {
  private final IntegrationTable table;

  IntegrationUses(IntegrationTable table) {
    this.table = table;
  }

  @Override
  public Map<String, List<Use>> usesOf(Collection<String> credentialIds) {
    Map<String, List<Use>> uses = new HashMap<>();
    if (credentialIds.isEmpty()) {
      return uses;
    }
    for (Integration row : table.withCredentials(credentialIds)) {
      uses.computeIfAbsent(row.credentialId(), id -> new ArrayList<>())
          .add(new Use("alm-integration", row.id(), row.name(), row.project()));
    }
    return uses;
  }
}
