package io.tyto.server.notifications.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.notifications.MailChoices;
import io.tyto.server.notifications.Topic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller wants to be told by mail. */
@RestController
@RequestMapping("/api/v1/notification-settings")
class NotificationController {
  private final MailChoices choices;
  private final Access access;

  NotificationController(MailChoices choices, Access access) {
    this.choices = choices;
    this.access = access;
  }

  @GetMapping
  @Needs(Permission.SIGNED_IN)
  MailChoices.Choice getNotificationSettings() {
    return choices.of(access.caller());
  }

  @PutMapping
  @Needs(Permission.SIGNED_IN)
  MailChoices.Choice putNotificationSettings(@Valid @RequestBody NotificationSettings wanted) {
    return choices.choose(access.caller(), wanted.topics(), wanted.language());
  }

  /**
   * @param topics what to send a mail about; empty for none
   */
  record NotificationSettings(@NotNull Set<Topic> topics, @NotNull MailChoices.Language language) {}
}
