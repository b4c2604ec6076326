package io.tyto.server.connections.internal;

import io.tyto.connector.kit.auth.TokenCache;
import io.tyto.connector.kit.net.HttpTransport;
import io.tyto.connector.kit.net.NetworkPolicy;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one way out of this server. */
@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkConfiguration.class);

  @Bean
  NetworkPolicy networkPolicy(
      @Value("${tyto.network-allow:}") List<String> allow,
      @Value("${tyto.network-allow-loopback:false}") boolean loopback,
      OwnPorts own) {
    if (loopback) {
      LOG.warn(
          "TYTO_NETWORK_ALLOW_LOOPBACK is on: connectors may reach this machine, also over http."
              + " Only demo and tests set it.");
    }
    return new NetworkPolicy(allow, loopback, own::all);
  }

  @Bean(destroyMethod = "close")
  HttpTransport httpTransport(NetworkPolicy policy) {
    return new HttpTransport(policy);
  }

  @Bean
  TokenCache tokenCache(Clock clock) {
    return new TokenCache(clock);
  }
}
