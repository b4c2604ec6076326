package io.tyto.server.testing;

import io.tyto.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The server under test, the people on it and the landscape around it. */
@TestComponent
public class Tyto {
  public static final String ADMIN_PASSWORD = "correct horse battery";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Supplier<String> url;
  private final Supplier<Simulator> simulator;
  private Api admin;

  @Autowired
  Tyto(Environment environment) {
    this(
        () -> "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"),
        TestSurroundings::simulator);
  }

  /**
   * A server that runs elsewhere.
   *
   * @param url asked before every call, because a server that starts again may move
   */
  public Tyto(Supplier<String> url, Supplier<Simulator> simulator) {
    this.url = url;
    this.simulator = simulator;
  }

  /** Without a trailing slash. */
  public String url() {
    return url.get();
  }

  public Api anonymous() {
    return new Api(url, null);
  }

  public Api token(String token) {
    return new Api(url, token);
  }

  public Api signIn(String name, String password) {
    Api api = anonymous();
    api.signIn(name, password).expect(200);
    return api;
  }

  /** The administrator of the whole server; signed in again when its session is over. */
  public synchronized Api admin() {
    if (admin == null || admin.get("/session").get("user", "name").isEmpty()) {
      admin = signIn("admin", ADMIN_PASSWORD);
    }
    return admin;
  }

  /** A new user, signed in. Roles of the whole server: {@code admin}, {@code auditor}. */
  public Person person(String... serverRoles) {
    String name = "user-" + COUNT.incrementAndGet();
    String password = "password of " + name;
    Answer made =
        admin()
            .post(
                "/users", Map.of("name", name, "password", password, "roles", List.of(serverRoles)))
            .expect(201);
    return new Person(made.id(), name, password, signIn(name, password));
  }

  /** A new project with a project-admin of its own; the server's administrator is no member. */
  public TestProject project() {
    String key = "T" + COUNT.incrementAndGet();
    Person owner = person();
    admin().post("/projects", Map.of("key", key, "name", "Project " + key)).expect(201);
    admin()
        .put(
            "/projects/" + key + "/members/" + owner.id(),
            Map.of("roles", List.of("project-admin")))
        .expect(200);
    admin().delete("/projects/" + key + "/members/admin").expect(204);
    return new TestProject(key, owner, this);
  }

  public TestClock clock() {
    return TestClock.SHARED;
  }

  /** The simulated SAP landscape, shared by all tests of the JVM. */
  public Simulator simulator() {
    return simulator.get();
  }

  /** Asks again every 50 ms until the answer is right, or fails with the last one after 20 s. */
  public static <T> T eventually(Supplier<T> question, Predicate<T> right) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    T last = question.get();
    while (!right.test(last)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Still not right after 20 s: " + last);
      }
      pause();
      last = question.get();
    }
    return last;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
