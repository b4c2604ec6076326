package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialRefusal;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.CredentialVault;
import io.tyto.server.credentials.Secret;
import io.tyto.server.credentials.SignIn;
import io.tyto.server.credentials.SignIn.Means;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens stored credentials. */
@Component
class SealedVault implements CredentialVault {
  private final CredentialTable table;
  private final SecretTable secrets;
  private final Envelope envelope;
  private final CredentialNews news;

  SealedVault(CredentialTable table, SecretTable secrets, Envelope envelope, CredentialNews news) {
    this.table = table;
    this.secrets = secrets;
    this.envelope = envelope;
    this.news = news;
  }

  @Override
  @Transactional(readOnly = true)
  public SignIn open(String credentialId) {
    CredentialRow row =
        table
            .find(credentialId)
            .orElseThrow(() -> new Refusal(GeneralRefusal.NOT_FOUND, "The credential is gone."));
    UserId setBy = row.secret().by();
    if (row.secretMissing() || setBy == null) {
      throw new Refusal(
          CredentialRefusal.SECRET_MISSING,
          "Credential '%s' has no secret. Edit it and enter the secret.".formatted(row.name()));
    }
    Secret secret =
        secrets
            .find(row.place())
            .flatMap(sealed -> envelope.open(sealed, row.place()))
            .orElseThrow(() -> unreadable(row));
    return new SignIn(
        row.id(),
        row.name(),
        row.type(),
        row.scope(),
        row.id() + ":" + row.secret().version(),
        means(row, secret),
        uri(row.values().apiUrl()),
        Set.copyOf(row.boundHosts()),
        setBy);
  }

  @Override
  @Transactional
  public void bind(Actor by, String credentialId, String host) {
    CredentialRow row = table.findLocked(credentialId).orElse(null);
    if (row != null && !row.hosts().contains(host)) {
      table.bind(credentialId, host);
      news.bound(by, row, host);
    }
  }

  private static Means means(CredentialRow row, Secret secret) {
    Values values = row.values();
    return switch (row.type().kind()) {
      case CLIENT ->
          new Means.Client(
              URI.create(Objects.requireNonNull(values.tokenUrl())),
              Objects.requireNonNull(values.clientId()),
              secret);
      case USER ->
          new Means.User(Objects.requireNonNull(values.username()), secret, values.origin());
      case TOKEN -> new Means.Token(secret);
    };
  }

  private static @Nullable URI uri(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }

  private static Refusal unreadable(CredentialRow row) {
    CredentialType type = row.type();
    return new Refusal(
        CredentialRefusal.UNREADABLE,
        "The stored %s of credential '%s' cannot be opened: the master key is another one, or the row was changed. Enter it again."
            .formatted(type.kind().secretField(), row.name()));
  }
}
