package io.tyto.server.notifications.internal;

import io.tyto.connector.kit.net.NetworkPolicy;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The way to the SMTP server, which goes only where this server may go. */
@Component
class Smtp {
  private static final String TIMEOUT_MS = "20000";
  private static final int FOR_GOOD = 500;

  private final MailSettings settings;
  private final NetworkPolicy network;

  Smtp(MailSettings settings, NetworkPolicy network) {
    this.settings = settings;
    this.network = network;
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
    JavaMailSenderImpl sender = sender();
    try {
      sender.send(written(sender, id, to, letter));
      return new Outcome.Sent();
    } catch (MailAuthenticationException no) {
      return new Outcome.NotNow("The SMTP server refused the sign-in.");
    } catch (MailSendException failed) {
      return judged(failed);
    } catch (MailException | MessagingException broken) {
      return new Outcome.Never(name(broken));
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

  private MimeMessage written(JavaMailSenderImpl sender, String id, String to, Letter letter)
      throws MessagingException {
    MimeMessage mail = new Named(sender, id + "@" + domain());
    mail.setFrom(new InternetAddress(settings.from(), true));
    mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, true));
    mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    mail.setText(letter.text(), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  private String domain() {
    return settings.from().substring(settings.from().indexOf('@') + 1).replace(">", "").strip();
  }

  /** Keeps its own id; the library would make one from the machine's name. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(JavaMailSenderImpl sender, String id) {
      super(sender.getSession());
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }

  private JavaMailSenderImpl sender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    Properties mail = sender.getJavaMailProperties();
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
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    return sender;
  }

  private static Outcome judged(MailSendException failed) {
    Throwable first =
        failed.getMessageExceptions().length > 0
            ? failed.getMessageExceptions()[0]
            : failed.getCause();
    for (Throwable cause = first; cause != null; cause = next(cause)) {
      switch (cause) {
        case MailConnectException unreachable -> {
          return new Outcome.NotNow("The SMTP server does not answer.");
        }
        case AuthenticationFailedException no -> {
          return new Outcome.NotNow("The SMTP server refused the sign-in.");
        }
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
    return failed.getFailedMessages().isEmpty()
        ? new Outcome.NotNow("No connection to the SMTP server: " + name(first))
        : new Outcome.Unsure("The connection broke while it was sent: " + name(first));
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
  private static String name(@Nullable Throwable thrown) {
    return thrown == null ? "unknown" : thrown.getClass().getSimpleName();
  }
}
