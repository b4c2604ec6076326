package io.tyto.server.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Mixed into pages: {@code total} is there only with {@code ?count=true}. */
interface PageWithTotalWhenAsked {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Nullable Long total();
}
