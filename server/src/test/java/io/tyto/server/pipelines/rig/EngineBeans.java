package io.tyto.server.pipelines.rig;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tyto.server.artifacts.ContentStore;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.audit.AuditLog;
import io.tyto.server.audit.AuditTrail;
import io.tyto.server.connections.Connections;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Deputies;
import io.tyto.server.identity.Users;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.TaskCameToRest;
import io.tyto.server.pipelines.calendar.MemoryCalendar;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.pipelines.definition.Placement;
import io.tyto.server.pipelines.doubt.MemoryDoubts;
import io.tyto.server.pipelines.engine.Wake;
import io.tyto.server.pipelines.promotion.MemoryKeys;
import io.tyto.server.pipelines.run.MemoryStores;
import io.tyto.server.pipelines.trace.MemoryTraces;
import io.tyto.server.platform.jobs.Wakes;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.Dependencies;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.StoryProgressed;
import io.tyto.server.stories.WorkItems;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The engine's real beans in a {@link World}. */
public final class EngineBeans {
  private static final String[] PACKAGES = {
    "approval",
    "calendar",
    "doubt",
    "run",
    "trace",
    "task",
    "work",
    "engine",
    "desk",
    "promotion",
    "evidence",
    "gate",
    "pack"
  };

  static {
    // Without Spring Boot nobody tells Logback that Spring's debugging is of no interest here.
    ((Logger) LoggerFactory.getLogger("org.springframework")).setLevel(Level.WARN);
  }

  private EngineBeans() {}

  static AnnotationConfigApplicationContext on(
      World world, Wake wake, JdbcClient jdbc, PlatformTransactionManager transactions) {
    AnnotationConfigApplicationContext context = wired(world, wake, jdbc, transactions);
    context.addApplicationListener(new Outboxes(jdbc));
    context.refresh();
    return context;
  }

  /** Asks PostgreSQL nothing. */
  public static AnnotationConfigApplicationContext inMemory(World world, Wake wake, Memory memory) {
    JdbcClient none = Faces.answering(JdbcClient.class, Map.of());
    AnnotationConfigApplicationContext context = wired(world, wake, none, memory.transactions());
    MemoryStores.into(context, memory, world.clock);
    MemoryTraces.into(context, memory, world.clock);
    MemoryCalendar.into(context, memory);
    MemoryDoubts.into(context, memory);
    MemoryKeys.into(context, memory, world.clock);
    context.refresh();
    return context;
  }

  private static AnnotationConfigApplicationContext wired(
      World world, Wake wake, JdbcClient jdbc, PlatformTransactionManager transactions) {
    AnnotationConfigApplicationContext engine = new AnnotationConfigApplicationContext();
    register(engine, Clock.class, world.clock);
    register(engine, JdbcClient.class, jdbc);
    register(engine, TransactionTemplate.class, new TransactionTemplate(transactions));
    register(engine, JsonMapper.class, JsonMapper.builder().build());
    register(engine, MeterRegistry.class, new SimpleMeterRegistry());
    register(engine, Wake.class, wake);
    register(engine, DataSource.class, Faces.answering(DataSource.class, Map.of()));
    engine.registerBean(Wakes.class);
    register(engine, Pipelines.class, world.pipelines());
    register(engine, Deliverables.class, world.deliverables());
    register(engine, Environments.class, world.environmentsFace());
    engine.registerBean(Placement.class);
    register(engine, Connections.class, world.connections());
    register(engine, ContentStore.class, world.contents());
    register(engine, Dependencies.class, Faces.dependencies());
    register(engine, WorkItems.class, world.workItems());
    register(engine, Projects.class, world.projects());
    register(engine, Users.class, world.users());
    register(engine, Deputies.class, world.deputiesFace());
    register(engine, Access.class, world.access());
    register(engine, AuditTrail.class, world.audit());
    register(engine, AuditLog.class, world.auditLog());
    register(engine, StatusWriter.class, world.statusWriter());
    for (String name : PACKAGES) {
      engine.scan("io.tyto.server.pipelines." + name);
    }
    engine.addApplicationListener(
        (ApplicationListener<PayloadApplicationEvent<?>>)
            event -> {
              switch (event.getPayload()) {
                case StoryProgressed told -> world.told.add(told);
                case TaskCameToRest rest -> world.rests.add(rest);
                default -> {}
              }
            });
    return engine;
  }

  private static <T> void register(
      AnnotationConfigApplicationContext engine, Class<T> type, T instance) {
    engine.registerBean(type, () -> instance, definition -> definition.setPrimary(true));
  }
}
