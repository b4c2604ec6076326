package io.tyto.server.pipelines.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;

/** The freeze calendar over HTTP. */
@TytoTest
class CalendarApiTest {
  private final Tyto tyto;

  CalendarApiTest(Tyto tyto) {
    this.tyto = tyto;
  }

  private static Map<String, Object> weekend(Map<String, Object> more) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("kind", "FREEZE");
    entry.put("name", "Weekend");
    entry.put("environmentType", "PRODUCTION");
    entry.put("timeZone", "Europe/Berlin");
    entry.put("startsAt", "2026-11-20T18:00");
    entry.put("endsAt", "2026-11-23T06:00");
    entry.put("repeats", "FREQ=WEEKLY;BYDAY=FR");
    entry.putAll(more);
    return entry;
  }

  @Test
  void keepsReplacesAndRemovesEntriesOfAProject() {
    TestProject project = tyto.project();
    Person manager = project.member("release-manager");
    Person developer = project.member("developer");
    Answer made =
        manager.api().post("/calendar", weekend(Map.of("project", project.key()))).expect(201);
    assertThat(made.get("scope")).isEqualTo("environment-type");
    assertThat(developer.api().get("/calendar?project=" + project.key()).items("name"))
        .contains("Weekend");
    assertThat(developer.api().get("/calendar/" + made.id()).json().path("actions")).isEmpty();
    assertThat(tyto.person().api().get("/calendar/" + made.id()).status()).isEqualTo(404);
    developer
        .api()
        .put("/calendar/" + made.id(), 1, weekend(Map.of("project", project.key())))
        .expect(403);

    Map<String, Object> longer = weekend(Map.of("project", project.key(), "name", "Long weekend"));
    assertThat(manager.api().put("/calendar/" + made.id(), longer).status()).isEqualTo(428);
    assertThat(manager.api().put("/calendar/" + made.id(), 1, longer).expect(200).version())
        .isEqualTo(2);
    assertThat(manager.api().put("/calendar/" + made.id(), 1, longer).status()).isEqualTo(412);
    manager.api().delete("/calendar/" + made.id()).expect(204);
    assertThat(manager.api().get("/calendar/" + made.id()).status()).isEqualTo(404);
    assertThat(tyto.admin().get("/audit?project=" + project.key()).text())
        .contains("calendar-entry-created", "calendar-entry-changed", "calendar-entry-removed");
  }

  @Test
  void leavesWhatHoldsForAllProjectsToAdministrators() {
    TestProject project = tyto.project();
    Person manager = project.member("release-manager");
    assertThat(manager.api().post("/calendar", weekend(Map.of())).expect(403).get("code"))
        .isEqualTo("scope-needs-administrator");
    Answer mine =
        manager.api().post("/calendar", weekend(Map.of("project", project.key()))).expect(201);
    manager.api().put("/calendar/" + mine.id(), 1, weekend(Map.of())).expect(403);
    TestProject other = tyto.project();
    assertThat(manager.api().post("/calendar", weekend(Map.of("project", other.key()))).status())
        .isEqualTo(404);
    Answer all = tyto.admin().post("/calendar", weekend(Map.of())).expect(201);
    assertThat(manager.api().get("/calendar/" + all.id()).expect(200).get("scope"))
        .isEqualTo("environment-type");
    manager.api().delete("/calendar/" + all.id()).expect(403);
    tyto.admin().delete("/calendar/" + all.id()).expect(204);
  }

  @Test
  void saysWhatIsWrongAtTheField() {
    assertRefused(Map.of("timeZone", "Berlin"), "timeZone", "unknown-time-zone");
    assertRefused(Map.of("endsAt", "2026-11-20T18:00"), "endsAt", "ends-before-it-starts");
    assertRefused(Map.of("repeats", "on fridays"), "repeats", "not-a-recurrence-rule");
    assertRefused(Map.of("repeats", "FREQ=SECONDLY"), "repeats", "not-a-recurrence-rule");
    assertRefused(Map.of("environmentId", "nowhere"), "environmentId", "unknown-environment");
    assertRefused(Map.of("name", " "), "name", "required");
  }

  private void assertRefused(Map<String, Object> wrong, String field, String code) {
    Answer answer = tyto.admin().post("/calendar", weekend(wrong)).expect(400);
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    assertThat(answer.json().path("errors").get(0).path("code").asString()).isEqualTo(code);
  }

  @Test
  void listsOccurrencesAcrossAChangeOfClocks() {
    TestProject project = tyto.project();
    Person manager = project.member("release-manager");
    manager
        .api()
        .post(
            "/calendar",
            weekend(
                Map.of(
                    "project",
                    project.key(),
                    "startsAt",
                    "2026-10-16T18:00",
                    "endsAt",
                    "2026-10-19T06:00")))
        .expect(201);
    Answer found =
        manager
            .api()
            .get(
                "/calendar/occurrences?from=2026-10-15T00:00:00Z&to=2026-10-27T00:00:00Z&project="
                    + project.key());
    assertThat(found.items("from")).contains("2026-10-16T16:00:00Z", "2026-10-23T16:00:00Z");
    assertThat(found.items("to")).contains("2026-10-19T04:00:00Z", "2026-10-26T05:00:00Z");
  }

  @Test
  void showsAPersonsCalendarToWhoeverHasTheAddressUntilItIsClosed() throws Exception {
    TestProject project = tyto.project();
    Person manager = project.member("release-manager");
    manager
        .api()
        .post("/calendar", weekend(Map.of("project", project.key(), "name", "Feed, with; signs")))
        .expect(201);
    String url = manager.api().post("/calendar/feed", null).expect(201).get("url");
    String path = "/" + url.substring(url.indexOf("/hooks/"));
    Answer feed = tyto.anonymous().get(path).expect(200);
    Calendar read = new CalendarBuilder().build(new StringReader(feed.text()));
    assertThat(read.getComponents(Component.VEVENT)).isNotEmpty();
    assertThat(feed.text()).contains("Freeze: Feed\\, with\\; signs").doesNotContain("VTIMEZONE");
    assertThat(manager.api().get("/calendar/feed").text()).doesNotContain("token=");

    String second = manager.api().post("/calendar/feed", null).expect(201).get("url");
    tyto.anonymous().get(path).expect(404);
    tyto.anonymous().get("/" + second.substring(second.indexOf("/hooks/"))).expect(200);
    manager.api().delete("/calendar/feed").expect(204);
    tyto.anonymous().get("/" + second.substring(second.indexOf("/hooks/"))).expect(404);
    tyto.anonymous().get("//hooks/calendar.ics?token=").expect(404);
  }
}
