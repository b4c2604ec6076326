package io.tyto.server.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test on the whole running server. All such tests of a JVM share one server, one database and
 * one simulated landscape: make your own users and projects, whose names are unique, and look at
 * nothing else. Collaborators come through the constructor: {@link Tyto} and any bean.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "logging.file.name=",
      "tyto.admin-password=" + Tyto.ADMIN_PASSWORD,
      "tyto.network-allow-loopback=true",
      "db-scheduler.polling-interval=200ms"
    })
@ContextConfiguration(initializers = TestSurroundings.class)
@Import({Tyto.class, Probe.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(ClockReset.class)
public @interface TytoTest {}
