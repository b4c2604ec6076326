package io.tyto.simulator.cpi;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A package with its writable properties under their wire names. */
record IntegrationPackage(
    String id,
    Map<String, String> properties,
    String mode,
    String createdBy,
    Instant createdAt,
    String modifiedBy,
    Instant modifiedAt) {
  static final String EDITABLE = "EDIT_ALLOWED";
  static final String CONFIGURE_ONLY = "READ_ONLY";

  private static final List<String> LISTS =
      List.of("Products", "Keywords", "Countries", "Industries", "LineOfBusiness");

  String name() {
    return properties.getOrDefault("Name", id);
  }

  boolean editable() {
    return mode.equals(EDITABLE);
  }

  /** The entity of the wire, property by property in SAP's order (facts: targets 1.4). */
  Map<String, Object> entity() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("Id", id);
    out.put("Name", name());
    String description = properties.getOrDefault("Description", "");
    out.put(
        "Description", description.startsWith("<p>") ? description : "<p>" + description + "</p>");
    out.put("ShortText", properties.getOrDefault("ShortText", ""));
    out.put("Version", properties.getOrDefault("Version", ""));
    out.put("Vendor", properties.getOrDefault("Vendor", ""));
    out.put("Mode", mode);
    out.put(
        "SupportedPlatform",
        properties.getOrDefault("SupportedPlatform", "[SAP Cloud Integration]"));
    out.put("ModifiedBy", modifiedBy);
    out.put("CreationDate", Long.toString(createdAt.toEpochMilli()));
    out.put("ModifiedDate", Long.toString(modifiedAt.toEpochMilli()));
    out.put("CreatedBy", createdBy);
    LISTS.forEach(name -> out.put(name, properties.getOrDefault(name, "[]")));
    return out;
  }

  /** A copy whose properties are all replaced; what is not named is emptied. */
  IntegrationPackage replaced(Map<String, String> newProperties, String user, Instant at) {
    return new IntegrationPackage(
        id, Map.copyOf(newProperties), mode, createdBy, createdAt, user, at);
  }
}
