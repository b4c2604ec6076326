package io.tyto.server.identity.internal;

import io.tyto.server.identity.Accounts;
import io.tyto.server.identity.ServerRole;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.TytoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the user {@code admin} on a server that has no users yet. */
@Component
class FirstAdmin implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  private final TytoSettings settings;
  private final UserWrites writes;
  private final Accounts accounts;
  private final TransactionOperations transactions;

  FirstAdmin(
      TytoSettings settings,
      UserWrites writes,
      Accounts accounts,
      TransactionOperations transactions) {
    this.settings = settings;
    this.writes = writes;
    this.accounts = accounts;
    this.transactions = transactions;
  }

  /** Before the port is open, so that nobody finds a server without users. */
  @Override
  public void afterSingletonsInstantiated() {
    transactions.executeWithoutResult(status -> makeIfFirst());
  }

  private void makeIfFirst() {
    if (!writes.claimFirstStart()) {
      return;
    }
    String given = settings.adminPassword();
    accounts.create(
        Actor.SYSTEM,
        new Accounts.NewUser(
            "admin",
            "Administrator",
            null,
            given.isEmpty() ? randomInFile() : given,
            Set.of(ServerRole.ADMIN),
            List.of()));
  }

  private String randomInFile() {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Path file = settings.data().resolve("initial-admin-password");
    try {
      Files.createDirectories(settings.data());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, password + "\n", StandardOpenOption.WRITE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("Cannot write " + file, unwritable);
    }
    log.info("The first user is admin; its password is in {}", file);
    return password;
  }
}
