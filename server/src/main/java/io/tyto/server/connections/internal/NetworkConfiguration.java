package io.tyto.server.connections.internal;

import io.tyto.connector.kit.auth.TokenCache;
import io.tyto.connector.kit.net.HttpTransport;
import io.tyto.connector.kit.net.NetworkPolicy;
import io.tyto.server.kernel.TytoSettings;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one way out of this server. */
@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkConfiguration.class);

  @Bean
  NetworkPolicy networkPolicy(TytoSettings settings, OwnPorts own) {
    boolean loopback = settings.networkAllowLoopback();
    if (loopback) {
      LOG.warn(
          "TYTO_NETWORK_ALLOW_LOOPBACK is on: connectors may reach this machine, also over http."
              + " Only demo and tests set it.");
    }
    return new NetworkPolicy(settings.networkAllow(), loopback, own::all);
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
