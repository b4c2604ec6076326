package io.tyto.server.audit;

import io.tyto.server.kernel.ProjectKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change or decision that belongs in the audit trail; events of other modules implement it. */
public interface Audited {

  /** Null for things of the whole server. */
  @Nullable ProjectKey project();

  /** Noun and past participle, kebab-case: {@code credential-changed}, {@code task-approved}. */
  String action();

  /** Resource in the singular and its id: {@code credential/0198…}, {@code run/0198…}. */
  String subject();

  /** Old and new values, reasons, digests; JSON-able, never a secret. */
  Map<String, Object> details();

  /** A plain entry for changes that need no event of their own. */
  record Entry(
      @Nullable ProjectKey project, String action, String subject, Map<String, Object> details)
      implements Audited {}
}
