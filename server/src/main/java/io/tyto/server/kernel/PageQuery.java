package io.tyto.server.kernel;

import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted: {@code ?limit=&cursor=&count=}. */
public record PageQuery(@Nullable Integer limit, @Nullable String cursor, @Nullable Boolean count) {

  private static final int DEFAULT = 100;
  private static final int MOST = 500;

  public PageQuery {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw Refusal.at("limit", GeneralRefusal.INVALID, "limit must be between 1 and 500.");
    }
  }

  public int size() {
    return limit == null ? DEFAULT : limit;
  }

  public boolean counted() {
    return Boolean.TRUE.equals(count);
  }
}
