package io.tyto.connector.kit.net;

import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in words why a connection did not come about, or was lost. */
final class Failures {

  static Fault beforeSending(URI uri, IOException e) {
    String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    return Fault.of(Kind.UNREACHABLE, "Cannot reach " + place + ": " + reason(e));
  }

  static Fault afterSending(URI uri, boolean late) {
    String how = late ? "gave no answer in time" : "closed the connection without a whole answer";
    return Fault.of(
        Kind.UNKNOWN, uri.getHost() + " " + how + "; whether it did what was asked is not known.");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> "the host name is unknown.";
      case SSLException _ ->
          "no secure connection (TLS) could be made; check the certificate and the address.";
      case ConnectException refused
          when String.valueOf(refused.getMessage()).contains("timed out") ->
          "it does not answer.";
      case ConnectException _ -> "the connection was refused.";
      case SocketTimeoutException _ -> "it does not answer.";
      default -> "the connection could not be made.";
    };
  }

  private Failures() {}
}
