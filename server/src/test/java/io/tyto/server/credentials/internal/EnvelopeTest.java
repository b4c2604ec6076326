package io.tyto.server.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.credentials.Secret;
import io.tyto.server.credentials.internal.Envelope.Place;
import io.tyto.server.credentials.internal.Envelope.Sealed;
import io.tyto.server.kernel.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeTest {
  private static final Place PLACE = new Place("user-1", "cred-1", "clientSecret", 1);
  private static final String PLAIN = "pl4nted-secret-äöü";

  @TempDir Path folder;
  private Path file;
  private Envelope envelope;
  private Sealed sealed;

  @BeforeEach
  void seal() {
    file = folder.resolve("keys/master.key");
    envelope = new Envelope(MasterKey.readOrMake(file));
    sealed = envelope.seal(Secret.of(PLAIN), PLACE);
  }

  @Test
  void opensWhatItSealedAlsoAfterARestart() {
    Envelope later = new Envelope(MasterKey.readOrMake(file));
    assertThat(later.open(sealed, PLACE).orElseThrow().reveal()).isEqualTo(PLAIN);
  }

  @Test
  void makesTheMasterKeyReadableByItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    Sealed again = envelope.seal(Secret.of(PLAIN), PLACE);
    assertThat(again.ciphertext()).isNotEqualTo(sealed.ciphertext());
    assertThat(again.wrappedKey()).isNotEqualTo(sealed.wrappedKey());
    assertThat(new String(sealed.ciphertext(), StandardCharsets.UTF_8)).doesNotContain("pl4nted");
  }

  @Test
  void refusesEveryFlippedBit() {
    for (int i = 0; i < sealed.ciphertext().length * 8; i++) {
      assertThat(envelope.open(with(flipped(sealed.ciphertext(), i), sealed.wrappedKey()), PLACE))
          .isEmpty();
    }
    for (int i = 0; i < sealed.wrappedKey().length * 8; i++) {
      assertThat(envelope.open(with(sealed.ciphertext(), flipped(sealed.wrappedKey(), i)), PLACE))
          .isEmpty();
    }
  }

  @Test
  void refusesARowCopiedToAnyOtherPlace() {
    assertThat(envelope.open(sealed, new Place("user-2", "cred-1", "clientSecret", 1))).isEmpty();
    assertThat(envelope.open(sealed, new Place("user-1", "cred-2", "clientSecret", 1))).isEmpty();
    assertThat(envelope.open(sealed, new Place("user-1", "cred-1", "password", 1))).isEmpty();
    assertThat(envelope.open(sealed, new Place("user-1", "cred-1", "clientSecret", 2))).isEmpty();
    assertThat(envelope.open(sealed, new Place("user-1c", "red-1", "clientSecret", 1))).isEmpty();
  }

  @Test
  void refusesTheDataKeyOfAnotherSecret() {
    Sealed other = envelope.seal(Secret.of("other"), PLACE);
    assertThat(envelope.open(with(sealed.ciphertext(), other.wrappedKey()), PLACE)).isEmpty();
  }

  @Test
  void opensWithAnOlderKeyOfTheFileAndRewrapsUnderTheFirst() throws IOException {
    String old = Files.readString(file);
    Path fresh = folder.resolve("fresh.key");
    MasterKey.readOrMake(fresh);
    Path both = folder.resolve("both.key");
    Files.writeString(both, Files.readString(fresh) + "# before\n" + old);
    Envelope rotating = new Envelope(MasterKey.read(both));
    assertThat(rotating.open(sealed, PLACE).orElseThrow().reveal()).isEqualTo(PLAIN);

    Sealed rewrapped = rotating.rewrap(sealed, PLACE).orElseThrow();

    assertThat(rewrapped.kekId()).isNotEqualTo(sealed.kekId());
    Envelope onlyNew = new Envelope(MasterKey.read(fresh));
    assertThat(onlyNew.open(rewrapped, PLACE).orElseThrow().reveal()).isEqualTo(PLAIN);
    assertThat(onlyNew.open(sealed, PLACE)).isEmpty();
  }

  @Test
  void refusesToStartOnAMissingOrWrongMasterKeyFile() throws IOException {
    assertThatThrownBy(() -> MasterKey.read(folder.resolve("none")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("openssl rand -base64 32");
    Path wrong = Files.writeString(folder.resolve("wrong"), "c2hvcnQ=\n");
    assertThatThrownBy(() -> MasterKey.read(wrong))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("32 random bytes")
        .hasMessageNotContaining("c2hvcnQ");
  }

  private Sealed with(byte[] ciphertext, byte[] wrappedKey) {
    return new Sealed(sealed.kekId(), wrappedKey, ciphertext);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }
}
