package io.tyto.server.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tyto.server.kernel.TytoSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires settings, clock and database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TytoSettings.class)
class DatabaseConfiguration {

  @Bean
  @ConditionalOnMissingBean(Clock.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(Database.class)
  Database database(TytoSettings settings) {
    return Database.find(settings);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Database database) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("tyto");
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(4);
    config.addDataSourceProperty("ApplicationName", "tyto");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }
}
