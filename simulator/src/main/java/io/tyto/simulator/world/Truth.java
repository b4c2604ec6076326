package io.tyto.simulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a project really holds, for comparing with what a client believes: its features and its
 * stories that are not obsolete, by uuid.
 *
 * @param hash SHA-256 in hex over a line for each feature, then for each story, both ordered by the
 *     uuid's text: {@code F uuid displayId statusCode title} and {@code S uuid displayId status
 *     parents title}, where parents are uuids in order with commas between or {@code -}; fields
 *     have one blank between and each line ends with a line feed
 */
public record Truth(List<Feature> features, List<Task> stories, String hash) {
  public static Truth of(AlmWorld world, UUID project) {
    List<Feature> features =
        world.features().of(project).stream().sorted((a, b) -> asText(a.uuid(), b.uuid())).toList();
    List<Task> stories =
        world
            .tasks()
            .select(project, task -> task.type() == TaskType.CALMUS && !task.obsolete())
            .stream()
            .sorted((a, b) -> asText(a.id(), b.id()))
            .toList();
    return new Truth(features, stories, hash(features, stories));
  }

  /** The order of the texts, which {@link UUID#compareTo} is not. */
  private static int asText(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }

  private static String hash(List<Feature> features, List<Task> stories) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      features.forEach(one ->
          digest.update(line("F", one.uuid(), one.displayId(), one.status().name(), one.title())));
      stories.forEach(one ->
          digest.update(
              line(
                  "S", one.id(), one.displayId(), one.status(), parents(one) + " " + one.title())));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] line(String kind, UUID id, String displayId, String status, String rest) {
    return (kind + " " + id + " " + displayId + " " + status + " " + rest + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String parents(Task story) {
    return story.features().isEmpty()
        ? "-"
        : story.features().stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
  }
}
