package io.tyto.connector.abap;

import io.tyto.spi.SettingsException;
import java.net.URI;

/** Judges the settings of a system and finds its address. */
final class SystemAddress {
  private SystemAddress() {}

  static URI of(AbapSettings settings) {
    if (!settings.client().matches("\\d{3}")) {
      throw new SettingsException("client", "A client has three digits, for example 100.");
    }
    if (!settings.systemId().matches("[A-Z][A-Z0-9]{2}")) {
      throw new SettingsException(
          "systemId", "A system id has three capital letters or digits, for example QAS.");
    }
    switch (settings.carrier()) {
      case AbapSettings.SOAP_RFC, AbapSettings.BY_HAND -> {}
      default ->
          throw new SettingsException(
              "importVia",
              settings.carrier() + " is not available yet; choose soap-rfc or by-hand.");
    }
    return address(settings.url());
  }

  /** Host and port only: people paste addresses of the web interface. */
  private static URI address(String url) {
    try {
      URI address = URI.create(url.strip());
      if (address.getHost() != null && address.getScheme() != null) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
      }
    } catch (IllegalArgumentException unreadable) {
      throw new SettingsException("url", "This is not an address.");
    }
    throw new SettingsException("url", "An address begins with https:// and names a host.");
  }
}
