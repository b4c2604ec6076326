package io.tyto.server.platform.system;

import io.tyto.server.TytoApplication;
import org.springframework.stereotype.Component;

/** The version of the running program. */
@Component
public class Version {

  /** {@code development} when it does not run from its jar. */
  public String text() {
    String packaged = TytoApplication.class.getPackage().getImplementationVersion();
    return packaged == null ? "development" : packaged;
  }
}
