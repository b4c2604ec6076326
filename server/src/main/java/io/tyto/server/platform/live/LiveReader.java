package io.tyto.server.platform.live;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What one user may see of the hints; asked anew every few seconds. Used by one thread. */
final class LiveReader implements LiveStream.Reader {
  private static final long ASK_AGAIN_AFTER = 5_000_000_000L;

  /** Things of the whole server that more people than auditors read. */
  private static final Map<String, Permission> TOPICS =
      Map.of(
          "users", Permission.USERS_READ,
          "credentials", Permission.CREDENTIALS_READ,
          "environments", Permission.SIGNED_IN,
          "connectors", Permission.SIGNED_IN);

  private final Access access;
  private final UserId user;
  private final Map<Object, Answer> answers = new HashMap<>();

  LiveReader(Access access, UserId user) {
    this.access = access;
    this.user = user;
  }

  @Override
  public boolean isWelcome() {
    return answer("", () -> access.may(user, Permission.SIGNED_IN));
  }

  @Override
  public boolean maySee(LiveEvent event) {
    ProjectKey project = event.project();
    if (project != null) {
      return answer(project, () -> access.may(user, Permission.PROJECT_READ, project));
    }
    Permission needed = TOPICS.getOrDefault(event.topic(), Permission.AUDIT_READ);
    return answer(needed, () -> access.may(user, needed));
  }

  private boolean answer(Object about, BooleanSupplier question) {
    Answer known = answers.get(about);
    long now = System.nanoTime();
    if (known == null || now - known.at() > ASK_AGAIN_AFTER) {
      known = new Answer(question.getAsBoolean(), now);
      answers.put(about, known);
    }
    return known.yes();
  }

  private record Answer(boolean yes, long at) {}
}
