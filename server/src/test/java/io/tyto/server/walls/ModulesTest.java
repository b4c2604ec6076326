package io.tyto.server.walls;

import io.tyto.server.TytoApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void useOnlyWhatTheyDeclareAndOnlyEachOthersFaces() {
    ApplicationModules.of(TytoApplication.class).verify();
  }
}
