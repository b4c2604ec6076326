package io.tyto.spi;

/**
 * HTTP bound to one base address, signed in already.
 *
 * <p>Every answer comes back as it is, whatever its status, apart from two: an expired token is
 * renewed and the call repeated once after 401, and a {@code Retry-After} of a few seconds after
 * 429 is waited out. Nothing else is repeated. Redirects are not followed.
 */
@FunctionalInterface
public interface BoundHttp {

  /**
   * @throws FaultException UNREACHABLE when nothing was sent, UNKNOWN when the call was sent and no
   *     answer came: the other side may have done it
   */
  HttpAnswer send(HttpCall call);
}
