package io.tyto.server.notifications.internal;

import io.tyto.connector.kit.net.NetworkPolicy;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way to the SMTP server, which goes only where this server may go. */
@Component
class Smtp {
  private static final String TIMEOUT_MS = "20000";
  private static final int FOR_GOOD = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);

  private final MailSettings settings;
  private final NetworkPolicy network;
  private final Clock clock;

  Smtp(MailSettings settings, NetworkPolicy network, Clock clock) {
    this.settings = settings;
    this.network = network;
    this.clock = clock;
  }

  /** How sending ended. */
  sealed interface Outcome {
    record Sent() implements Outcome {}

    /** The server has not taken it. */
    record NotNow(String why) implements Outcome {}

    /** The server will not take it. */
    record Never(String why) implements Outcome {}

    /** The connection broke at a place where the server may have taken it. */
    record Unsure(String why) implements Outcome {}
  }

  /**
   * @param id becomes the Message-ID, by which a mail that came twice would be known
   */
  Outcome send(String id, String to, Letter letter) {
    Outcome barred = barred();
    if (barred != null) {
      return barred;
    }
    Session session = Session.getInstance(properties());
    MimeMessage mail;
    try {
      mail = written(session, id, to, letter);
    } catch (MessagingException unfit) {
      return new Outcome.Never("No mail can be written to that address: " + name(unfit));
    }
    return send(session, mail);
  }

  private Outcome send(Session session, MimeMessage mail) {
    Transport transport = null;
    try {
      transport = session.getTransport("smtp");
      connect(transport);
      return handedOver(transport, mail);
    } catch (AuthenticationFailedException no) {
      return new Outcome.NotNow("The SMTP server refused the sign-in.");
    } catch (MailConnectException unreachable) {
      return new Outcome.NotNow("The SMTP server does not answer.");
    } catch (MessagingException broken) {
      return new Outcome.NotNow("No connection to the SMTP server: " + name(deepest(broken)));
    } finally {
      close(transport);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    boolean signsIn = !settings.user().isBlank();
    transport.connect(
        settings.host(),
        settings.port(),
        signsIn ? settings.user() : null,
        signsIn ? settings.password() : null);
  }

  /** From here on the server may have taken it, unless it says that it has not. */
  private static Outcome handedOver(Transport transport, MimeMessage mail) {
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Outcome.Sent();
    } catch (MessagingException failed) {
      return judged(failed);
    }
  }

  /** However it ends: what the server answered counts. */
  private static void close(@Nullable Transport transport) {
    try {
      if (transport != null) {
        transport.close();
      }
    } catch (MessagingException ended) {
      LOG.debug("The SMTP server had closed the connection already", ended);
    }
  }

  private @Nullable Outcome barred() {
    if (!settings.configured()) {
      return new Outcome.NotNow("No SMTP server is set up any more.");
    }
    String scheme = settings.tls() == MailSettings.Tls.NONE ? "http" : "https";
    try {
      network.admit(URI.create(scheme + "://" + settings.host() + ":" + settings.port()));
      return null;
    } catch (NetworkPolicy.BlockedException closed) {
      return new Outcome.NotNow(
          "The SMTP server may not be reached: list it in TYTO_NETWORK_ALLOW (%s)."
              .formatted(closed.getMessage()));
    } catch (UnknownHostException gone) {
      return new Outcome.NotNow("The name of the SMTP server does not resolve.");
    }
  }

  private MimeMessage written(Session session, String id, String to, Letter letter)
      throws MessagingException {
    MimeMessage mail = new Named(session, id + "@" + domain());
    mail.setFrom(new InternetAddress(settings.from(), true));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    mail.setText(letter.text(), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setSentDate(Date.from(clock.instant()));
    mail.saveChanges();
    return mail;
  }

  private String domain() {
    return settings.from().substring(settings.from().indexOf('@') + 1).replace(">", "").strip();
  }

  /** Keeps its own id; the library would make one from the machine's name. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }

  private Properties properties() {
    Properties mail = new Properties();
    mail.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MS);
    mail.setProperty("mail.smtp.timeout", TIMEOUT_MS);
    mail.setProperty("mail.smtp.writetimeout", TIMEOUT_MS);
    mail.setProperty("mail.smtp.quitwait", "false");
    mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.tls()) {
      case STARTTLS -> {
        mail.setProperty("mail.smtp.starttls.enable", "true");
        mail.setProperty("mail.smtp.starttls.required", "true");
      }
      case IMPLICIT -> mail.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> mail.setProperty("mail.smtp.starttls.enable", "false");
    }
    if (!settings.user().isBlank()) {
      mail.setProperty("mail.smtp.auth", "true");
    }
    return mail;
  }

  private static Outcome judged(MessagingException failed) {
    for (Throwable cause = failed; cause != null; cause = next(cause)) {
      switch (cause) {
        case SMTPAddressFailedException address -> {
          return answered(address.getReturnCode());
        }
        case SMTPSendFailedException send when send.getReturnCode() > 0 -> {
          return answered(send.getReturnCode());
        }
        default -> {
          // Deeper causes tell more.
        }
      }
    }
    return new Outcome.Unsure("The connection broke while it was sent: " + name(deepest(failed)));
  }

  private static Throwable deepest(Throwable thrown) {
    Throwable found = thrown;
    for (Throwable below = next(thrown); below != null; below = next(below)) {
      found = below;
    }
    return found;
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause instanceof MessagingException chained && chained.getNextException() != null
        ? chained.getNextException()
        : cause.getCause();
  }

  private static Outcome answered(int code) {
    String why = "The SMTP server answered " + code + ".";
    return code >= FOR_GOOD ? new Outcome.Never(why) : new Outcome.NotNow(why);
  }

  /** The kind alone: texts of mail servers may repeat what was sent to them. */
  private static String name(Throwable thrown) {
    return thrown.getClass().getSimpleName();
  }
}
