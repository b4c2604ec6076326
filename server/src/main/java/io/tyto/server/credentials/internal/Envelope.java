package io.tyto.server.credentials.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.tyto.server.credentials.Secret;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals secrets: each version under a data key of its own (AES-256-GCM), the data key under the
 * master key. Both ciphertexts are tied to owner, credential, field and version, so that a row
 * copied over another one does not open.
 */
final class Envelope {
  private static final int KEY_BYTES = 32;
  private final MasterKey master;
  private final SecureRandom random = new SecureRandom();

  Envelope(MasterKey master) {
    this.master = master;
  }

  /** Where a secret lies; associated data of its ciphertexts. */
  record Place(String owner, String credentialId, String field, int version) {

    byte[] bytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      // Lengths before texts: no two places share an encoding.
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeUTF("tyto-secret-1");
        out.writeUTF(owner);
        out.writeUTF(credentialId);
        out.writeUTF(field);
        out.writeInt(version);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }

  /** What is stored. */
  record Sealed(String kekId, byte[] wrappedKey, byte[] ciphertext) {}

  Sealed seal(Secret secret, Place place) {
    byte[] dataKey = new byte[KEY_BYTES];
    random.nextBytes(dataKey);
    try {
      Aead data = new AesGcmJce(dataKey);
      byte[] ciphertext = secret.lend(plain -> encrypted(data, plain, place));
      String kek = master.primary();
      return new Sealed(kek, encrypted(kek(kek), dataKey, place), ciphertext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret cannot be sealed", e);
    } finally {
      Arrays.fill(dataKey, (byte) 0);
    }
  }

  /** Empty when the master key is another one, or anything was changed or moved. */
  Optional<Secret> open(Sealed sealed, Place place) {
    return master.key(sealed.kekId()).flatMap(kek -> open(kek, sealed, place));
  }

  /** The same secret under the master key that seals now; the ciphertext stays. */
  Optional<Sealed> rewrap(Sealed sealed, Place place) {
    return master.key(sealed.kekId()).flatMap(kek -> rewrap(kek, sealed, place));
  }

  private Optional<Secret> open(Aead kek, Sealed sealed, Place place) {
    try {
      byte[] dataKey = kek.decrypt(sealed.wrappedKey(), place.bytes());
      byte[] plain = new AesGcmJce(dataKey).decrypt(sealed.ciphertext(), place.bytes());
      Secret secret = Secret.of(new String(plain, StandardCharsets.UTF_8));
      Arrays.fill(plain, (byte) 0);
      Arrays.fill(dataKey, (byte) 0);
      return Optional.of(secret);
    } catch (GeneralSecurityException tampered) {
      return Optional.empty();
    }
  }

  private Optional<Sealed> rewrap(Aead kek, Sealed sealed, Place place) {
    try {
      byte[] dataKey = kek.decrypt(sealed.wrappedKey(), place.bytes());
      byte[] wrapped = encrypted(kek(master.primary()), dataKey, place);
      Arrays.fill(dataKey, (byte) 0);
      return Optional.of(new Sealed(master.primary(), wrapped, sealed.ciphertext()));
    } catch (GeneralSecurityException tampered) {
      return Optional.empty();
    }
  }

  private Aead kek(String id) {
    return master.key(id).orElseThrow();
  }

  private static byte[] encrypted(Aead key, byte[] plain, Place place) {
    try {
      return key.encrypt(plain, place.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret cannot be sealed", e);
    }
  }
}
