package io.tyto.server.notifications.internal;

import io.tyto.server.kernel.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMTP server to send through.
 *
 * @param host empty for no mails
 * @param user empty for a server that asks for no sign-in
 * @param from address that mails come from
 * @param tls how the way there is protected
 */
@ConfigurationProperties("tyto.mail")
record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("starttls") Tls tls) {

  /** Without it nothing that was begun in the clear goes on in the clear. */
  enum Tls {
    /** Begins in the clear and changes to TLS, or ends. */
    STARTTLS,
    /** TLS from the first byte. */
    IMPLICIT,
    /** In the clear; for a relay on this machine or a listed network. */
    NONE
  }

  MailSettings {
    if (!host.isBlank() && !from.contains("@")) {
      throw new StartRefused(
          "TYTO_MAIL_HOST names an SMTP server: say in TYTO_MAIL_FROM which address mails come"
              + " from.");
    }
  }

  boolean configured() {
    return !host.isBlank();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[host=%s, port=%d, from=%s, tls=%s]".formatted(host, port, from, tls);
  }
}
