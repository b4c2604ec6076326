package io.tyto.server.notifications.internal;

import io.tyto.server.kernel.StartRefused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
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
    if (!host.isBlank()) {
      require(isHost(host), "TYTO_MAIL_HOST is not the name of a host.");
      require(
          isAddress(from),
          "TYTO_MAIL_HOST names an SMTP server: say in TYTO_MAIL_FROM which address mails come"
              + " from.");
    }
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new StartRefused(otherwise);
    }
  }

  private static boolean isHost(String host) {
    try {
      return new URI("https://" + host + ":1").getHost() != null;
    } catch (URISyntaxException no) {
      return false;
    }
  }

  private static boolean isAddress(String from) {
    try {
      return new InternetAddress(from, true).getAddress().contains("@");
    } catch (AddressException no) {
      return false;
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
