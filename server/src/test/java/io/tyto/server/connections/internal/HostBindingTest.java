package io.tyto.server.connections.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.connector.kit.net.NetworkPolicy;
import io.tyto.server.credentials.CredentialScope;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.Secret;
import io.tyto.server.credentials.SignIn;
import io.tyto.server.credentials.SignIn.Means;
import io.tyto.server.kernel.UserId;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostBindingTest {
  private static final UserId OWNER = new UserId("owner");
  private static final UserId OTHER = new UserId("other");
  private static final Means CLIENT =
      new Means.Client(URI.create("https://t.example.com/oauth/token"), "id", Secret.of("s"));
  private static final Means USER = new Means.User("u", Secret.of("s"), null);

  private final HostBinding binding =
      new HostBinding(
          new NetworkPolicy(
              List.of("sap.intern", "10.1.0.0/16"),
              false,
              Set::of,
              host -> new InetAddress[] {InetAddress.getByAddress(host, address(host))}));

  private static byte[] address(String host) {
    return host.endsWith("intern") ? new byte[] {10, 1, 2, 3} : new byte[] {20, 1, 2, 3};
  }

  @Test
  void aKeyWithItsAddressGoesThereOnly() {
    SignIn key = signIn(CredentialType.SAP_CLOUD_ALM, CLIENT, "https://eu10.alm.cloud.sap/api");
    assertThat(allows(key, "https://eu10.alm.cloud.sap/api/calm-projects")).isTrue();
    assertThat(allows(key, "https://EU10.alm.cloud.sap./x")).isTrue();
    assertThat(allows(key, "https://t.eu10.alm.cloud.sap")).isFalse();
    assertThat(allows(key, "https://eu10.alm.cloud.sap:8443/api")).isFalse();
    assertThat(allows(key, "http://eu10.alm.cloud.sap/api")).isFalse();
    assertThat(binding.mayBind(key, OWNER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://evil-alm.cloud.sap",
        "https://alm.cloud.sap.evil.example",
        "http://t.eu10.alm.cloud.sap",
        "https://t.eu10.alm.cloud.sap:444"
      })
  void aTokenOfSingleValuesStaysInTheVendorsDomain(String elsewhere) {
    SignIn values = signIn(CredentialType.SAP_CLOUD_ALM, CLIENT, null);
    assertThat(allows(values, "https://t.eu10.alm.cloud.sap/api")).isTrue();
    assertThat(allows(values, elsewhere)).isFalse();
  }

  @Test
  void aTokenOfSingleValuesMayGoToTheAdministratorsList() {
    SignIn values = signIn(CredentialType.SAP_CPI, CLIENT, null);
    assertThat(allows(values, "https://sap.intern/api")).isTrue();
    assertThat(allows(values, "https://other.intern/api")).isTrue();
    assertThat(allows(values, "https://t.eu10.alm.cloud.sap/api")).isFalse();
  }

  @Test
  void aPasswordGoesToBoundHostsOnly() {
    SignIn unbound = signIn(CredentialType.BASIC, USER, null);
    assertThat(allows(unbound, "https://sap.intern:44300")).isFalse();
    assertThat(binding.mayBind(unbound, OTHER)).isTrue();

    SignIn bound = signIn(CredentialType.BASIC, USER, null, "sap.intern:44300");
    assertThat(allows(bound, "https://sap.intern:44300/sap/bc/adt")).isTrue();
    assertThat(allows(bound, "https://sap.intern")).isFalse();
    assertThat(binding.mayBind(bound, OWNER)).isTrue();
    assertThat(binding.mayBind(bound, OTHER)).isFalse();
  }

  @Test
  void findsTheDatabasesPortInEveryFormOfItsAddress() {
    assertThat(OwnPorts.parsed("jdbc:postgresql://db:6432,[::1]:5555/x?a=b").toString())
        .contains("db, port=6432", "[::1], port=5555");
    assertThat(OwnPorts.parsed("jdbc:postgresql:x").toString()).contains("localhost, port=5432");
    assertThat(OwnPorts.parsed("jdbc:postgresql://db/x").toString()).contains("db, port=5432");
  }

  private boolean allows(SignIn signIn, String address) {
    return binding.allows(signIn, URI.create(address));
  }

  private static SignIn signIn(
      CredentialType type, Means means, @Nullable String api, String... bound) {
    return new SignIn(
        "1",
        "name",
        type,
        CredentialScope.GLOBAL,
        "1:1",
        means,
        api == null ? null : URI.create(api),
        Set.of(bound),
        OWNER);
  }
}
