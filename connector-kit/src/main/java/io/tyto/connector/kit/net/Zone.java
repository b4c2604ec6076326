package io.tyto.connector.kit.net;

import java.net.InetAddress;
import java.util.List;

/** What kind of place an address is. */
enum Zone {
  PUBLIC,
  /** On-prem ranges: reachable when listed. */
  PRIVATE,
  /** This machine: reachable with the loopback switch only. */
  LOOPBACK,
  /** Link-local, metadata, multicast, embedded and reserved addresses: never. */
  FORBIDDEN;

  private static final List<Cidr> LOOPBACKS = blocks("127.0.0.0/8", "::1");

  private static final List<Cidr> NEVER =
      blocks(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "100.100.100.200",
          "168.63.129.16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "fd00:ec2::254",
          "fd20:ce::254",
          "fd00:42::42",
          "2001::/32",
          "2001:db8::/32",
          "2002::/16");

  private static final List<Cidr> PRIVATES =
      blocks(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "198.18.0.0/15",
          "fc00::/7");

  /** Outside it lie NAT64, IPv4-compatible, link-local, site-local and multicast addresses. */
  private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

  static Zone of(InetAddress address) {
    if (any(LOOPBACKS, address)) {
      return LOOPBACK;
    }
    if (any(NEVER, address)) {
      return FORBIDDEN;
    }
    if (any(PRIVATES, address)) {
      return PRIVATE;
    }
    boolean six = address.getAddress().length == 16;
    return !six || GLOBAL_UNICAST.contains(address) ? PUBLIC : FORBIDDEN;
  }

  private static boolean any(List<Cidr> blocks, InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  private static List<Cidr> blocks(String... texts) {
    return List.of(texts).stream().map(Cidr::of).toList();
  }
}
