package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.rig.EngineRig;
import org.junit.jupiter.api.AfterEach;

/** Tests on an engine of their own, on PostgreSQL unless a subclass says otherwise. */
abstract class OnARig {
  final EngineRig rig = rig();

  EngineRig rig() {
    return new EngineRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }
}
