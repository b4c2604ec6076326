package io.tyto.server.identity.internal;

import io.tyto.server.identity.IdentityRefusal;
import io.tyto.server.kernel.Refusal;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id; a few at a time, because each takes 16 MB. */
@Component
class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;

  private final Argon2PasswordEncoder argon2 =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore seats = new Semaphore(4);
  private final String nobodys = argon2.encode("no password of anybody");

  String hash(String field, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw Refusal.at(
          field,
          IdentityRefusal.WEAK_PASSWORD,
          "A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
    return seated(() -> String.valueOf(argon2.encode(password)));
  }

  /**
   * @param hash null for users who do not exist or have no password; takes as long as any other
   */
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > LONGEST) {
      return false;
    }
    boolean right = seated(() -> argon2.matches(password, hash == null ? nobodys : hash));
    return right && hash != null;
  }

  private <T> T seated(Supplier<T> work) {
    seats.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      seats.release();
    }
  }
}
