package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialInput;
import io.tyto.server.credentials.CredentialQuery;
import io.tyto.server.credentials.CredentialRefusal;
import io.tyto.server.credentials.CredentialScope;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.CredentialUse.Use;
import io.tyto.server.credentials.CredentialView;
import io.tyto.server.credentials.Credentials;
import io.tyto.server.credentials.Secret;
import io.tyto.server.credentials.internal.CredentialRow.Made;
import io.tyto.server.credentials.internal.CredentialRow.SecretMark;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps credentials in the database. */
@Service
class RegisteredCredentials implements Credentials {
  private final CredentialTable table;
  private final SecretTable secrets;
  private final Envelope envelope;
  private final CredentialViews views;
  private final CredentialNews news;
  private final Users users;
  private final Clock clock;
  private final CredentialRules rules = new CredentialRules();

  RegisteredCredentials(
      CredentialTable table,
      SecretTable secrets,
      Envelope envelope,
      CredentialViews views,
      CredentialNews news,
      Users users,
      Clock clock) {
    this.table = table;
    this.secrets = secrets;
    this.envelope = envelope;
    this.views = views;
    this.news = news;
    this.users = users;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<CredentialView> list(Actor caller, CredentialQuery query) {
    ListOrder order = ListOrder.of(query);
    int size = query.page().size();
    Page<CredentialRow> rows =
        Page.cut(table.list(caller.id(), query, order), size, order::cursorOf);
    Page<CredentialView> page = new Page<>(views.of(caller, rows.items()), rows.nextCursor(), null);
    return query.page().counted() ? page.withTotal(table.count(caller.id(), query)) : page;
  }

  @Override
  @Transactional(readOnly = true)
  public CredentialView get(Actor caller, String id) {
    return views.of(
        caller,
        table
            .find(id)
            .filter(row -> row.visibleTo(caller.id()))
            .orElseThrow(RegisteredCredentials::notFound));
  }

  @Override
  @Transactional
  public CredentialView create(Actor caller, CredentialInput input) {
    CredentialType type = input.type();
    if (type == null) {
      throw Refusal.at("type", GeneralRefusal.INVALID, "Choose a credential type.");
    }
    Values values = rules.forNew(type, input);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CredentialRow row =
        new CredentialRow(
            Ids.next(),
            String.valueOf(input.name()).strip(),
            type,
            input.scope() == null ? CredentialScope.GLOBAL : input.scope(),
            values,
            List.of(),
            SecretMark.NONE.set(now, caller.id()),
            new Made(caller.id(), caller.name(), now, null, null),
            1);
    nameMustBeFree(row);
    table.insert(row);
    seal(row, values.secret());
    news.created(caller, row);
    return views.of(caller, row);
  }

  @Override
  @Transactional
  public CredentialView change(Actor caller, String id, int version, CredentialInput input) {
    CredentialRow before = editable(caller, id);
    new ExpectedVersion(version).mustBe(before.version());
    Values values = rules.forChange(before.type(), input, before.values());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean entered = Secret.given(values.secret());
    SecretMark secret = before.secret();
    if (entered) {
      secret = secret.set(now, caller.id());
    } else if (!values.sameHosts(before.values())) {
      secret = secret.cleared();
      secrets.delete(id);
    }
    CredentialRow after =
        new CredentialRow(
            id,
            input.name() == null ? before.name() : input.name().strip(),
            before.type(),
            input.scope() == null ? before.scope() : input.scope(),
            values,
            before.boundHosts(),
            secret,
            before.made().modified(caller.name(), now),
            before.version() + 1);
    scopeMayChange(caller, before, after);
    nameMustBeFree(after);
    table.update(after);
    if (entered) {
      seal(after, values.secret());
    }
    news.changed(caller, before, after);
    return views.of(caller, after);
  }

  @Override
  @Transactional
  public void remove(Actor caller, String id) {
    CredentialRow row = editable(caller, id);
    List<Use> uses = views.usesOf(caller, id);
    if (!uses.isEmpty()) {
      throw new Refusal(
          CredentialRefusal.IN_USE,
          "Credential '%s' is used by %s. Give those another credential first."
              .formatted(
                  row.name(),
                  uses.stream()
                      .map(RegisteredCredentials::words)
                      .distinct()
                      .collect(Collectors.joining(", "))),
          List.of(),
          Map.of("usedBy", uses));
    }
    table.delete(id);
    news.removed(caller, row);
  }

  @Override
  @Transactional(readOnly = true)
  public CredentialView forShared(Actor caller, String id, Collection<String> types, String field) {
    CredentialRow row =
        table
            .find(id)
            .filter(one -> one.visibleTo(caller.id()))
            .orElseThrow(() ->
                Refusal.at(
                    field,
                    GeneralRefusal.INVALID,
                    "There is no such credential. Choose one from the list."));
    if (!types.contains(row.type().id())) {
      throw Refusal.at(
          field,
          CredentialRefusal.TYPE_MISMATCH,
          "Credential '%s' is of type %s; this needs %s."
              .formatted(row.name(), row.type().id(), String.join(" or ", types)));
    }
    if (row.scope() == CredentialScope.PRIVATE) {
      throw Refusal.at(
          field,
          CredentialRefusal.PRIVATE,
          "Credential '%s' is private to you, but work in the background runs for everybody. Use a global credential."
              .formatted(row.name()));
    }
    if (row.secretMissing()) {
      throw Refusal.at(
          field,
          CredentialRefusal.SECRET_MISSING,
          "Credential '%s' has no secret. Edit it and enter the secret.".formatted(row.name()));
    }
    return views.of(caller, row);
  }

  /** Administrators edit what they see, others what they made. */
  private CredentialRow editable(Actor caller, String id) {
    CredentialRow row =
        table
            .findLocked(id)
            .filter(one -> one.visibleTo(caller.id()))
            .orElseThrow(RegisteredCredentials::notFound);
    boolean admin =
        users.find(caller.id()).map(user -> user.roles().contains(ServerRole.ADMIN)).orElse(false);
    if (!admin && !row.made().byId().equals(caller.id())) {
      throw new Refusal(
          GeneralRefusal.FORBIDDEN,
          "Only %s or an administrator may change this credential.".formatted(row.made().by()));
    }
    return row;
  }

  private void scopeMayChange(Actor caller, CredentialRow before, CredentialRow after) {
    if (after.scope() == before.scope() || after.scope() == CredentialScope.GLOBAL) {
      return;
    }
    if (!before.made().byId().equals(caller.id())) {
      throw Refusal.at(
          "scope",
          GeneralRefusal.FORBIDDEN,
          "Only %s, who made it, can make it private.".formatted(before.made().by()));
    }
    if (!views.usesOf(caller, before.id()).isEmpty()) {
      throw Refusal.at(
          "scope", CredentialRefusal.IN_USE, "It is in use, so it cannot become private.");
    }
  }

  private void nameMustBeFree(CredentialRow row) {
    if (table.nameTaken(row)) {
      throw Refusal.at(
          "name",
          GeneralRefusal.DUPLICATE_NAME,
          "There is a credential named '%s' already.".formatted(row.name()));
    }
  }

  private void seal(CredentialRow row, @Nullable Secret secret) {
    if (secret != null) {
      secrets.put(row.place(), envelope.seal(secret, row.place()));
    }
  }

  private static String words(Use use) {
    String kind = use.kind().replace('-', ' ');
    return use.name() == null ? "an " + kind + " you cannot see" : kind + " '" + use.name() + "'";
  }

  private static Refusal notFound() {
    return new Refusal(GeneralRefusal.NOT_FOUND, "There is no such credential.");
  }
}
