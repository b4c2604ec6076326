package io.tyto.simulator.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
  private record Thing(UUID id, String name, Integer size, Instant at, String nothing) {}

  private static final EntityType<Thing> INNER =
      new EntityType<Thing>("Inner", "Inner", "id")
          .has("name", EntityType.Kind.STRING, thing -> "in " + thing.name());
  private static final EntityType<Thing> TYPE =
      new EntityType<Thing>("Things", "Things", "id")
          .has("id", EntityType.Kind.GUID, Thing::id)
          .has("name", EntityType.Kind.STRING, Thing::name)
          .has("size", EntityType.Kind.INT, Thing::size)
          .has("at", EntityType.Kind.TIMESTAMP, Thing::at)
          .has("nothing", EntityType.Kind.STRING, Thing::nothing)
          .one("toInner", () -> INNER, List::of)
          .many("toMany", () -> INNER, List::of);
  private static final Row ROW =
      TYPE.row(
          new Thing(
              UUID.fromString("62c425d6-0000-0000-0000-000000000001"),
              "O'Neil and Sons",
              20,
              Instant.parse("2026-01-01T00:00:00.987Z"),
              null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "size eq 20|true",
        "size ne 20|false",
        "size gt 19 and size lt 21|true",
        "size ge 21 or size le 20|true",
        "size eq 1 or size eq 20 and name eq 'x'|false",
        "(size eq 1 or size eq 20) and name eq 'O''Neil and Sons'|true",
        "not (size eq 20)|false",
        "not size eq 20 or size eq 20|true",
        "contains(name,'and')|true",
        "contains(tolower(name),'SONS')|false",
        "startswith(name,'O''N') and endswith(name, 'Sons')|true",
        "contains(name,'x') eq false|true",
        "id eq 62c425d6-0000-0000-0000-000000000001|true",
        "id eq '62C425D6-0000-0000-0000-000000000001'|true",
        "at eq 2026-01-01T00:00:00Z|true",
        "at gt 2025-12-31T23:59:59+00:00|true",
        "at gt 2026-01-01T00:00:00Z|false",
        "nothing eq null|true",
        "nothing gt 'a'|false",
        "null ne nothing|false",
        "size in (10,20)|true",
        "name in ('a','b')|false",
        "toInner/name eq 'in O''Neil and Sons'|true",
        "20 eq size|true"
      })
  void decidesWhetherARowFits(String filter, boolean fits) {
    assertThat(FilterParser.parse(TYPE, filter).holds(ROW)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "size",
        "size eq",
        "size equals 20",
        "size eq '20'",
        "name eq 20",
        "at eq '2026-01-01'",
        "id eq 'short'",
        "colour eq 'red'",
        "toNowhere/name eq 'x'",
        "toMany/name eq 'x'",
        "(size eq 20",
        "size eq 20)",
        "size eq 20 and",
        "name eq 'open",
        "size eq 20; drop",
        "contains(name)",
        "size in ()",
        "size eq 99999999999",
        "at gt 2026-13-01T00:00:00Z"
      })
  void refusesWhatItCannotUnderstand(String filter) {
    assertThatThrownBy(() -> FilterParser.parse(TYPE, filter))
        .isInstanceOfSatisfying(
            ODataError.class, error -> assertThat(error.status()).isEqualTo(400));
  }

  @Test
  void saysThatAFunctionIsNotOffered() {
    assertThatThrownBy(() -> FilterParser.parse(TYPE, "length(name) eq 3"))
        .isInstanceOfSatisfying(
            ODataError.class, error -> assertThat(error.status()).isEqualTo(501));
  }
}
