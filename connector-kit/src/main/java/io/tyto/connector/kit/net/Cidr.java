package io.tyto.connector.kit.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of addresses, {@code 10.20.0.0/16} or a single address. Never resolves a name. */
record Cidr(byte[] prefix, int bits) {

  /**
   * @throws IllegalArgumentException when the text is not a block of addresses
   */
  static Cidr of(String text) {
    int slash = text.indexOf('/');
    byte[] address = literal(slash < 0 ? text : text.substring(0, slash));
    try {
      int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > address.length * 8) {
        throw new IllegalArgumentException("not a block of addresses: " + text);
      }
      return new Cidr(address, bits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a block of addresses: " + text, e);
    }
  }

  static boolean looksLikeOne(String text) {
    return text.indexOf('/') >= 0
        || text.indexOf(':') >= 0
        || text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
  }

  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != prefix.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(prefix, 0, whole, other, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    int mask = 0xff << (8 - rest);
    return rest == 0 || (prefix[whole] & mask) == (other[whole] & mask);
  }

  private static byte[] literal(String text) {
    if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw new IllegalArgumentException("not an address: " + text);
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + text, e);
    }
  }
}
