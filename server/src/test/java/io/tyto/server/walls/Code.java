package io.tyto.server.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Our own compiled code, without tests; read once. */
final class Code {
  static final JavaClasses SERVER = read("io.tyto.server");
  static final JavaClasses SERVER_AND_CONNECTORS = read("io.tyto.server", "io.tyto.connector");

  private Code() {}

  private static JavaClasses read(String... packages) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(packages);
  }
}
