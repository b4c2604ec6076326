package io.tyto.server.pipelines;

import io.tyto.server.kernel.Refusal;

/** What an auditor takes home from a run. */
public interface EvidencePack {

  /**
   * A zip with the run, its decisions, bypasses, effects, documents and a manifest with the SHA-256
   * of each entry; verifiable without the server.
   *
   * @throws Refusal {@code not-found}
   */
  byte[] zip(String runId);

  /**
   * The same as a PDF to read.
   *
   * @throws Refusal {@code not-found}
   */
  byte[] report(String runId);
}
