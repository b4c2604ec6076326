package io.tyto.server.notifications.internal;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.notifications.MailChoices;
import io.tyto.server.notifications.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people chose. */
@Service
class ChoiceDesk implements MailChoices {
  private final MailRows rows;
  private final MailSettings settings;
  private final Users users;
  private final AuditTrail audit;

  ChoiceDesk(MailRows rows, MailSettings settings, Users users, AuditTrail audit) {
    this.rows = rows;
    this.settings = settings;
    this.users = users;
    this.audit = audit;
  }

  @Override
  public Choice of(Actor caller) {
    MailRows.Wish wish = rows.wishOf(caller.id());
    String address = users.find(caller.id()).map(UserView::email).orElse(null);
    return new Choice(settings.configured(), address, List.copyOf(wish.topics()), wish.language());
  }

  @Override
  @Transactional
  public Choice choose(Actor caller, Set<Topic> topics, Language language) {
    Set<Topic> wanted = EnumSet.noneOf(Topic.class);
    wanted.addAll(topics);
    rows.keep(caller.id(), new MailRows.Wish(wanted, language));
    audit.record(
        caller,
        new Audited.Entry(
            null,
            "notifications-chosen",
            "user/" + caller.id().value(),
            Map.of("topics", wanted.toString(), "language", language.name())));
    return of(caller);
  }
}
