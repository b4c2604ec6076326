package io.tyto.connector.kit.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a call may go: by scheme, host, port and every address the host resolves to.
 *
 * <p>Public addresses over https are open. Private ranges need their host or block listed. Loopback
 * needs its switch, which also counts as listed. Link-local, metadata, multicast, 0.0.0.0/8, NAT64,
 * 6to4, Teredo and IPv4-mapped addresses are never open, nor are our own ports, whatever is listed.
 * Plain http goes to loopback and listed places only. A name that does not resolve is refused.
 */
public final class NetworkPolicy {
  private final Set<String> hosts;
  private final List<Cidr> blocks;
  private final boolean loopback;
  private final Supplier<Set<OwnPort>> own;
  private final Names names;

  /**
   * A place of our own that no call may reach: the server's port, the database's port.
   *
   * @param host as configured; every address of this machine counts as {@code localhost}
   */
  public record OwnPort(String host, int port) {}

  /** Resolves names; the machine's resolver unless a test says otherwise. */
  @FunctionalInterface
  public interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * @param allow hosts and blocks of {@code TYTO_NETWORK_ALLOW}; {@code *.example.com} covers the
   *     hosts below it
   * @param own asked at every connect, because the server learns its port late
   * @throws IllegalArgumentException when an entry is neither a host nor a block
   */
  public NetworkPolicy(List<String> allow, boolean loopback, Supplier<Set<OwnPort>> own) {
    this(allow, loopback, own, InetAddress::getAllByName);
  }

  public NetworkPolicy(
      List<String> allow, boolean loopback, Supplier<Set<OwnPort>> own, Names names) {
    List<String> entries = allow.stream().map(String::strip).filter(e -> !e.isEmpty()).toList();
    this.blocks = entries.stream().filter(Cidr::looksLikeOne).map(Cidr::of).toList();
    this.hosts =
        Set.copyOf(
            entries.stream().filter(e -> !Cidr.looksLikeOne(e)).map(NetworkPolicy::plain).toList());
    this.loopback = loopback;
    this.own = own;
    this.names = names;
  }

  /**
   * Resolves the address's host and lets through what may be connected to.
   *
   * @return every resolved address; all of them passed
   * @throws BlockedException when the scheme, the port or one of the addresses is not allowed
   * @throws UnknownHostException when the name does not resolve
   */
  public List<InetAddress> admit(URI target) throws UnknownHostException {
    requireForm(target);
    String scheme = lower(target.getScheme());
    String host = plain(target.getHost());
    int port = port(target);
    List<InetAddress> addresses = new ArrayList<>();
    for (InetAddress address : names.resolve(host)) {
      judge(host, address, port, scheme.equals("https"));
      addresses.add(address);
    }
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return addresses;
  }

  /** The part of the rules that needs no look-up. */
  void requireForm(URI target) {
    String scheme = lower(target.getScheme());
    if (target.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new BlockedException("only https addresses can be called");
    }
    if (target.getUserInfo() != null) {
      throw new BlockedException("an address must not carry a user name or password");
    }
  }

  /**
   * Whether an administrator named the place: its host or all its addresses are listed, or it is
   * loopback while that is open. False when the name does not resolve or is not open at all.
   */
  public boolean lists(URI target) {
    try {
      String host = plain(String.valueOf(target.getHost()));
      return admit(target).stream().allMatch(address -> listed(host, address, Zone.of(address)));
    } catch (BlockedException | UnknownHostException e) {
      return false;
    }
  }

  private boolean listed(String host, InetAddress address, Zone zone) {
    return zone == Zone.LOOPBACK
        ? loopback
        : listedHost(host) || blocks.stream().anyMatch(block -> block.contains(address));
  }

  private void judge(String host, InetAddress address, int port, boolean secure) {
    if (host.indexOf(':') >= 0 && address instanceof Inet4Address) {
      throw new BlockedException("an IPv4 address inside an IPv6 address is never called");
    }
    Zone zone = Zone.of(address);
    boolean listed = listed(host, address, zone);
    boolean open = zone == Zone.PUBLIC || (zone != Zone.FORBIDDEN && listed);
    if (!open) {
      throw new BlockedException(
          host + " is not open to this server; an administrator can list it (TYTO_NETWORK_ALLOW)");
    }
    if (!secure && !listed) {
      throw new BlockedException(host + " can be called over https only");
    }
    if (isOwn(host, address, port)) {
      throw new BlockedException(host + ":" + port + " belongs to this server itself");
    }
  }

  private boolean listedHost(String host) {
    return hosts.contains(host)
        || hosts.stream()
            .anyMatch(entry -> entry.startsWith("*.") && host.endsWith(entry.substring(1)));
  }

  private boolean isOwn(String host, InetAddress address, int port) {
    return own.get().stream()
        .filter(place -> place.port() == port)
        .anyMatch(place -> plain(place.host()).equals(host) || sameMachine(place, address));
  }

  private boolean sameMachine(OwnPort place, InetAddress address) {
    try {
      boolean here = Zone.of(address) == Zone.LOOPBACK || isInterface(address);
      for (InetAddress mine : names.resolve(plain(place.host()))) {
        boolean mineHere =
            mine.isAnyLocalAddress() || mine.isLoopbackAddress() || isInterface(mine);
        if (mine.equals(address) || (here && mineHere)) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException | SocketException e) {
      // Unknown is treated as ours: this rule must not open up when a lookup fails.
      return true;
    }
  }

  private static boolean isInterface(InetAddress address) throws SocketException {
    return NetworkInterface.getByInetAddress(address) != null;
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return lower(target.getScheme()).equals("https") ? 443 : 80;
  }

  private static String plain(String host) {
    String name = lower(host);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** The policy said no. The message is fit for the person who asked. */
  public static final class BlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BlockedException(String reason) {
      super(reason);
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }
  }
}
