package io.tyto.server.pipelines.promotion;

import io.tyto.server.pipelines.rig.EngineRig;

/** The same on stores in memory. */
class PromotionsInMemoryTest extends PromotionsTest {
  @Override
  EngineRig rig() {
    return EngineRig.inMemory();
  }
}
