package io.tyto.server.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names schemas so that two modules may use the same word: a nested type carries the name of the
 * type around it. Requests and responses inside of controllers are unique by themselves.
 */
final class SchemaNames extends TypeNameResolver {

  @Override
  protected String getNameOfClass(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null || around.getSimpleName().endsWith("Controller")
        ? type.getSimpleName()
        : getNameOfClass(around) + type.getSimpleName();
  }
}
