package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.rig.EngineRig;
import org.junit.jupiter.api.Nested;

/** The engine behaves on stores in memory as it does on PostgreSQL: the same tests, both ways. */
class InMemoryTest {

  @Nested
  class Journeys extends JourneyTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class LostAnswers extends LostAnswerTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Doubts extends DoubtTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Actions extends ActionsTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Freezes extends FreezeTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Emergencies extends EmergencyTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Standing extends DeputiesTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Answers extends AnswersTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class TakenOver extends TakenOverTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Queue extends QueueTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Turns extends TurnTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class RollBacks extends RollBackTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class AfterAborts extends AfterAbortTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Others extends OthersFirstTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Concerned extends ConcernsTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Timeouts extends TimeoutTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Conditions extends ConditionsTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Permissions extends PermissionTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class Budgets extends TargetBudgetTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }

  @Nested
  class ChangedWorlds extends ChangedWorldTest {
    @Override
    EngineRig rig() {
      return EngineRig.inMemory();
    }
  }
}
