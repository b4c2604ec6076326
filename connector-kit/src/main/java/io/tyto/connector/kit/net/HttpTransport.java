package io.tyto.connector.kit.net;

import io.tyto.connector.kit.net.NetworkPolicy.BlockedException;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests where the network policy lets them go, and nowhere else.
 *
 * <p>The addresses that were checked are the addresses connected to (no second lookup). Redirects
 * are not followed, cookies not kept, nothing is repeated. An answer larger than the cap is
 * refused. One transport serves the whole server; it is thread-safe.
 */
public final class HttpTransport implements AutoCloseable {
  private static final int MAX_BYTES = 64 << 20;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final Timeout LEASE = Timeout.ofSeconds(30);
  private static final String SENT = "io.tyto.sent";
  private static final String GUARD = "io.tyto.guard";
  private static final ScopedValue<URI> TARGET = ScopedValue.newInstance();

  private final NetworkPolicy policy;
  private final int maxBytes;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines;

  public HttpTransport(NetworkPolicy policy) {
    this(policy, MAX_BYTES);
  }

  public HttpTransport(NetworkPolicy policy, int maxBytes) {
    this.policy = policy;
    this.maxBytes = maxBytes;
    this.client = client(connections(new PinnedNames(policy)));
    this.deadlines =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("http-deadlines").factory());
  }

  /**
   * @throws FaultException BLOCKED by policy, UNREACHABLE when nothing was sent, UNKNOWN when it
   *     was sent and no whole answer came, MALFORMED when the answer is too large
   */
  public HttpAnswer send(HttpRequest request) {
    HttpUriRequestBase call = new HttpUriRequestBase(request.method(), request.uri());
    request.headers().forEach(call::setHeader);
    byte[] body = request.body();
    if (body != null) {
      call.setEntity(new ByteArrayEntity(body, null));
    }
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(GUARD, request.guard());
    ScheduledFuture<?> deadline =
        deadlines.schedule(call::cancel, request.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      policy.requireForm(request.uri());
      return ScopedValue.where(TARGET, request.uri())
          .call(() -> client.execute(call, context, this::read));
    } catch (BlockedException e) {
      throw new FaultException(Fault.of(Kind.BLOCKED, e.reason()), e);
    } catch (IOException e) {
      throw failed(request.uri(), context.getAttribute(SENT) != null, call.isCancelled(), e);
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    client.close();
  }

  private static FaultException failed(URI uri, boolean sent, boolean late, IOException e) {
    Fault fault = sent ? Failures.afterSending(uri, late) : Failures.beforeSending(uri, e);
    return new FaultException(fault, e);
  }

  private HttpAnswer read(ClassicHttpResponse response) throws IOException {
    byte[] body = new byte[0];
    if (response.getEntity() != null) {
      try (InputStream in = response.getEntity().getContent()) {
        body = in == null ? body : in.readNBytes(maxBytes + 1);
      }
    }
    if (body.length > maxBytes) {
      throw new FaultException(
          Fault.of(Kind.MALFORMED, "The answer is larger than " + (maxBytes >> 20) + " MB."));
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue());
    }
    return new HttpAnswer(response.getCode(), headers, body);
  }

  private static HttpClientConnectionManager connections(DnsResolver names) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(names)
        .setMaxConnTotal(256)
        .setMaxConnPerRoute(16)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(50))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build())
        .build();
  }

  private static CloseableHttpClient client(HttpClientConnectionManager connections) {
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(LEASE).build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("Tyto")
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(),
            "sent",
            (request, scope, chain) -> {
              if (scope.clientContext.getAttribute(GUARD) instanceof Runnable guard) {
                guard.run();
              }
              scope.clientContext.setAttribute(SENT, true);
              return chain.proceed(request, scope);
            })
        .build();
  }

  /** Resolves by the policy, for the address of the call under way on this thread. */
  private record PinnedNames(NetworkPolicy policy) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return policy.admit(TARGET.get()).toArray(InetAddress[]::new);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      return policy.admit(TARGET.get()).stream()
          .map(address -> new InetSocketAddress(address, port))
          .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
