package io.tyto.server.testing;

import java.util.List;
import java.util.Map;

/** A project of this test alone; {@link #admin()} is its project-admin. */
public record TestProject(String key, Person admin, Tyto tyto) {

  /** {@code /projects/KEY} and what follows. */
  public String path(String rest) {
    return "/projects/" + key + rest;
  }

  /** A new user with these roles here: {@code project-admin}, {@code release-manager} … */
  public Person member(String... roles) {
    Person person = tyto.person();
    give(person, List.of(roles), List.of());
    return person;
  }

  public void give(Person person, List<String> roles, List<String> deployTo) {
    admin
        .api()
        .put(path("/members/" + person.id()), Map.of("roles", roles, "deployTo", deployTo))
        .expect(200);
  }
}
