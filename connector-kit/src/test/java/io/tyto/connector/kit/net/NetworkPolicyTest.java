package io.tyto.connector.kit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tyto.connector.kit.net.NetworkPolicy.BlockedException;
import io.tyto.connector.kit.net.NetworkPolicy.OwnPort;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {
  private static final Map<String, String[]> NAMES =
      Map.of(
          "public.example.com", new String[] {"93.184.216.34", "2606:2800:220:1::1"},
          "mixed.example.com", new String[] {"93.184.216.34", "169.254.169.254"},
          "db.corp", new String[] {"10.0.0.9"},
          "sap.corp", new String[] {"10.1.2.3"},
          "localhost", new String[] {"127.0.0.1"},
          "rebound.example.com", new String[] {"127.0.0.1"});

  private static InetAddress[] names(String host) throws UnknownHostException {
    String[] known = NAMES.get(host);
    if (known == null && !host.matches("[0-9.]+|.*:.*")) {
      throw new UnknownHostException(host);
    }
    String[] literals = known == null ? new String[] {host} : known;
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }

  private static NetworkPolicy policy(boolean loopback, String... allow) {
    Set<OwnPort> own = Set.of(new OwnPort("localhost", 8080), new OwnPort("db.corp", 5432));
    return new NetworkPolicy(List.of(allow), loopback, () -> own, NetworkPolicyTest::names);
  }

  private static void refuses(NetworkPolicy policy, String uri) {
    assertThatExceptionOfType(BlockedException.class)
        .as(uri)
        .isThrownBy(() -> policy.admit(URI.create(uri)));
  }

  @Test
  void letsPublicHostsThroughOverHttpsOnly() throws UnknownHostException {
    NetworkPolicy policy = policy(false);
    assertThat(policy.admit(URI.create("https://public.example.com/x"))).hasSize(2);
    refuses(policy, "http://public.example.com/");
    refuses(policy, "ftp://public.example.com/");
    refuses(policy, "https://user:pw@public.example.com/");
  }

  @Test
  void refusesWhenOneOfSeveralAddressesIsForbidden() {
    refuses(policy(true, "mixed.example.com"), "https://mixed.example.com/");
  }

  @Test
  void opensPrivateRangesByHostOrBlock() throws UnknownHostException {
    refuses(policy(false), "https://sap.corp/");
    assertThat(policy(false, "sap.corp").admit(URI.create("http://SAP.corp.:8000/"))).hasSize(1);
    assertThat(policy(false, "*.corp").admit(URI.create("https://sap.corp/"))).hasSize(1);
    assertThat(policy(false, "10.1.0.0/16").admit(URI.create("https://10.1.9.9/"))).hasSize(1);
    refuses(policy(false, "10.1.0.0/16"), "https://10.2.0.1/");
  }

  @Test
  void opensLoopbackByItsSwitchOnly() throws UnknownHostException {
    refuses(policy(false, "localhost", "127.0.0.0/8"), "https://localhost:9000/");
    refuses(policy(false), "https://rebound.example.com/");
    assertThat(policy(true).admit(URI.create("http://127.0.0.1:9000/"))).hasSize(1);
    assertThat(policy(true).admit(URI.create("http://[::1]:9000/"))).hasSize(1);
  }

  @Test
  void neverReachesOurOwnPorts() {
    refuses(policy(true), "http://localhost:8080/api");
    refuses(policy(true), "http://127.0.0.1:8080/");
    refuses(policy(true), "http://[::1]:8080/");
    refuses(policy(true, "db.corp"), "https://db.corp:5432/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.1",
        "255.255.255.255",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::ffff:8.8.8.8]",
        "[64:ff9b::a9fe:a9fe]",
        "[64:ff9b::a00:1]",
        "[64:ff9b:1::a00:1]",
        "[2002:7f00:1::]",
        "[2002:a9fe:a9fe::1]",
        "[::127.0.0.1]",
        "[::a00:1]",
        "[2001:0:1::1]",
        "[fec0::1]",
        "[ff02::1]",
        "[100::1]"
      })
  void neverReachesForbiddenAddressesWhateverIsListed(String host) {
    NetworkPolicy open = policy(true, "0.0.0.0/0", "::/0", host.replaceAll("[\\[\\]]", ""));
    refuses(open, "https://" + host + "/");
    refuses(open, "http://" + host + ":8443/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "127.1", "0x7f.0.0.1", "127.0.0.1.nip"})
  void refusesOddSpellingsOfLoopback(String host) {
    NetworkPolicy real = new NetworkPolicy(List.of(), false, Set::of);
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> real.admit(new URI("https", host, "/", null)));
  }

  @Test
  void refusesNamesThatDoNotResolve() {
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> policy(true).admit(URI.create("https://nowhere.example/")));
  }
}
