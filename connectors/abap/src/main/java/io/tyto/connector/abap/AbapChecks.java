package io.tyto.connector.abap;

import io.tyto.connector.abap.cts.CtsApi;
import io.tyto.connector.abap.cts.TransportRequest;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Delivery.Item;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The checks of this connector, as far as the source system can tell.
 *
 * <p>It knows what was released when, not what the target has imported: {@code predecessors} and
 * {@code overtaken} are therefore warnings to look at. Objects are compared as they are listed:
 * part of an object ({@code LIMU METH}) does not meet the whole ({@code R3TR CLAS}). Of requests
 * that the list gives without objects (older releases) the latest {@value #READ_SINGLY} are read
 * singly.
 */
final class AbapChecks {
  static final String RELEASED = "released";
  static final String OVERLAPS = "overlaps";
  static final String PREDECESSORS = "predecessors";
  static final String OVERTAKEN = "overtaken";
  private static final int READ_SINGLY = 50;

  private final CtsApi cts;

  AbapChecks(CtsApi cts) {
    this.cts = cts;
  }

  List<CheckFinding> run(Delivery delivery, String check) {
    return switch (check) {
      case RELEASED -> delivery.items().stream().flatMap(i -> released(i).stream()).toList();
      case OVERLAPS -> overlaps(delivery);
      case PREDECESSORS -> neighbours(delivery, true);
      case OVERTAKEN -> neighbours(delivery, false);
      default -> throw new IllegalArgumentException("no such check: " + check);
    };
  }

  private Optional<CheckFinding> released(Item item) {
    Optional<TransportRequest> found = cts.find(item.externalId());
    if (found.isEmpty()) {
      return Optional.of(
          new CheckFinding(
              RELEASED,
              Severity.ERROR,
              item.externalId(),
              "The source does not know this request.",
              "Attach it again, or take it out."));
    }
    TransportRequest request = found.get();
    if (request.status().released()) {
      return Optional.empty();
    }
    String open = TransportCatalog.tasks(request.openTasks());
    return Optional.of(
        new CheckFinding(
            RELEASED,
            Severity.ERROR,
            item.externalId(),
            "It is %s; open tasks: %s."
                .formatted(
                    request.status().label().toLowerCase(Locale.ROOT),
                    open.isEmpty() ? "none" : open),
            "Release it, or put a release-transport task before this one."));
  }

  private List<CheckFinding> overlaps(Delivery delivery) {
    Set<String> mine = numbers(delivery);
    List<CheckFinding> findings = new ArrayList<>();
    for (TransportRequest other : withObjects("D")) {
      if (mine.contains(other.number()) || other.status().released()) {
        continue;
      }
      for (Map.Entry<String, String> shared : shared(delivery, other).entrySet()) {
        findings.add(
            new CheckFinding(
                OVERLAPS,
                Severity.WARNING,
                shared.getKey(),
                "%s is also in %s, open request of %s (%s)."
                    .formatted(
                        shared.getValue(), other.number(), other.owner(), other.description()),
                "Agree with " + other.owner() + " which change goes first."));
      }
    }
    return findings;
  }

  private List<CheckFinding> neighbours(Delivery delivery, boolean earlier) {
    Set<String> mine = numbers(delivery);
    List<TransportRequest> released = withObjects("R");
    List<CheckFinding> findings = new ArrayList<>();
    for (Item item : delivery.items()) {
      Optional<TransportRequest> own =
          released.stream().filter(each -> each.number().equals(item.externalId())).findFirst();
      for (TransportRequest other : released) {
        boolean meant = !mine.contains(other.number()) && before(other, own, item) == earlier;
        String objects =
            other.objects().stream()
                .filter(item.objects()::contains)
                .collect(Collectors.joining(", "));
        if (meant && !objects.isEmpty()) {
          findings.add(
              earlier ? predecessor(item, other, objects) : overtaking(item, other, objects));
        }
      }
    }
    return findings;
  }

  private static CheckFinding predecessor(Item item, TransportRequest other, String objects) {
    return new CheckFinding(
        PREDECESSORS,
        Severity.WARNING,
        item.externalId(),
        "%s was released before with %s and is not part of this delivery."
            .formatted(other.number(), objects),
        "Make sure that the target has %s, or deliver it first.".formatted(other.number()));
  }

  private static CheckFinding overtaking(Item item, TransportRequest other, String objects) {
    return new CheckFinding(
        OVERTAKEN,
        Severity.WARNING,
        item.externalId(),
        "%s was released later with %s.".formatted(other.number(), objects),
        "If the target has %s already, this import takes it back to an older state."
            .formatted(other.number()));
  }

  /** A request that is not released yet comes after all that are. Without times numbers decide. */
  private static boolean before(TransportRequest other, Optional<TransportRequest> own, Item item) {
    if (own.isEmpty()) {
      return true;
    }
    String mine = own.get().releasedAt();
    String theirs = other.releasedAt();
    return mine.isEmpty() || theirs.isEmpty() || mine.equals(theirs)
        ? other.number().compareTo(item.externalId()) < 0
        : theirs.compareTo(mine) < 0;
  }

  private List<TransportRequest> withObjects(String status) {
    List<TransportRequest> listed = new ArrayList<>(cts.list("*", status));
    listed.sort((a, b) -> b.number().compareTo(a.number()));
    int left = READ_SINGLY;
    for (int i = 0; i < listed.size() && left > 0; i++) {
      if (listed.get(i).objects().isEmpty()) {
        left--;
        listed.set(i, cts.find(listed.get(i).number()).orElse(listed.get(i)));
      }
    }
    return listed;
  }

  private static Map<String, String> shared(Delivery delivery, TransportRequest other) {
    Set<String> objects = new HashSet<>(other.objects());
    Map<String, String> shared = new TreeMap<>();
    for (Item item : delivery.items()) {
      String common =
          item.objects().stream().filter(objects::contains).collect(Collectors.joining(", "));
      if (!common.isEmpty()) {
        shared.put(item.externalId(), common);
      }
    }
    return shared;
  }

  private static Set<String> numbers(Delivery delivery) {
    return delivery.items().stream().map(Item::externalId).collect(Collectors.toSet());
  }
}
