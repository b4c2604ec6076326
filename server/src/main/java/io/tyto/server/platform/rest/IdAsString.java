package io.tyto.server.platform.rest;

import com.fasterxml.jackson.annotation.JsonValue;

/** Mixed into the typed ids of the kernel, which know nothing of JSON. */
interface IdAsString {

  @JsonValue
  String value();
}
