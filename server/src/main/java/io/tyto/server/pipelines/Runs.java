package io.tyto.server.pipelines;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Runs for people: looking at them and deciding in them. Every decision is idempotent. */
public interface Runs {

  /** Runs of projects the caller may read, newest first. */
  Page<RunSummary> list(RunQuery query, PageQuery page, Actor caller);

  /**
   * @throws Refusal {@code not-found}
   */
  RunView get(String id, Actor caller);

  /**
   * @throws Refusal saying why not and what to do instead
   */
  RunView act(String id, String taskId, RunAction action, ActionOrder order, Actor caller);

  /** Works from every state; what is at work at a target is watched until it ends. */
  RunView abort(String id, String reason, Actor caller);

  /**
   * A message that a run waits for. Needs no sign-in, but the token.
   *
   * @throws Refusal {@code not-found} for a wrong run, name or token alike
   */
  void message(String id, String name, String token, String body);

  /**
   * @throws Refusal {@code not-found}
   */
  Document document(String id, String documentId);

  /** Which runs are wanted; null means all. */
  record RunQuery(@Nullable String project, @Nullable String workItem, @Nullable String state) {}

  /** One evidence document. */
  record Document(String name, String mediaType, String text) {}
}
