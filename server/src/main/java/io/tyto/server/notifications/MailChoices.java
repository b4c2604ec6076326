package io.tyto.server.notifications;

import io.tyto.server.kernel.Actor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each person wants to be told by mail. */
public interface MailChoices {

  /** The caller's choice, or the defaults. */
  Choice of(Actor caller);

  /** Replaces the caller's choice. */
  Choice choose(Actor caller, Set<Topic> topics, Language language);

  /** Languages that mails are written in. */
  enum Language {
    EN,
    DE
  }

  /**
   * @param available whether this server sends mails at all
   * @param address where they go; null when nobody entered one
   * @param topics those that are wanted
   */
  record Choice(
      boolean available, @Nullable String address, List<Topic> topics, Language language) {}
}
