package io.tyto.demo.journey;

import io.tyto.demo.client.Person;
import io.tyto.demo.tell.Narrator;
import java.util.List;
import java.util.Map;

/**
 * The people of the demo.
 *
 * @param admin makes users, credentials, environments and the project, and decides nothing
 * @param paul project administrator
 * @param dora developer; DEVELOPER1 in the ABAP system and Anna Berger in Cloud Integration
 * @param dario developer; DEVELOPER2 and DEVELOPER3 there
 * @param rita release manager
 * @param amir approver
 * @param olga auditor
 */
record Cast(
    Person admin, Person paul, Person dora, Person dario, Person rita, Person amir, Person olga) {

  static final String ADMIN_PASSWORD = "admin-in-the-demo";

  static Cast appear(Person admin, String server, Narrator narrator) {
    Cast cast =
        new Cast(
            admin,
            make(admin, server, "paul", "Paul Project", List.of(), List.of()),
            make(
                admin,
                server,
                "dora",
                "Dora Developer",
                List.of(),
                List.of(
                    alias(Estate.ABAP_SOURCE, "DEVELOPER1"),
                    alias(Estate.CPI_SOURCE, "anna.berger@example.com"))),
            make(
                admin,
                server,
                "dario",
                "Dario Developer",
                List.of(),
                List.of(
                    alias(Estate.ABAP_SOURCE, "DEVELOPER2"),
                    alias(Estate.ABAP_SOURCE, "DEVELOPER3"))),
            make(admin, server, "rita", "Rita Release", List.of(), List.of()),
            make(admin, server, "amir", "Amir Approver", List.of(), List.of()),
            make(admin, server, "olga", "Olga Auditor", List.of("auditor"), List.of()));
    narrator.step(
        "Made people: paul (project admin), dora and dario (developers), rita (release manager),"
            + " amir (approver), olga (auditor)");
    return cast;
  }

  /** Who somebody is in another system, so that the author of a change is known. */
  private static Map<String, String> alias(String system, String name) {
    return Map.of("system", system, "name", name);
  }

  private static Person make(
      Person admin,
      String server,
      String name,
      String displayName,
      List<String> serverRoles,
      List<Map<String, String>> aliases) {
    String password = name + "-in-the-demo";
    admin.post(
        "/users",
        Map.of(
            "name",
            name,
            "displayName",
            displayName,
            "email",
            name + "@example.com",
            "password",
            password,
            "roles",
            serverRoles,
            "aliases",
            aliases));
    return Person.signIn(server, name, password);
  }

  List<Person> everybody() {
    return List.of(admin, paul, dora, dario, rita, amir, olga);
  }
}
