package io.tyto.simulator.alm;

import io.tyto.simulator.odata.EntityType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The CSDL of the Features service, derived from its types; names are ours, so nothing to quote.
 */
final class Metadata {
  private static final String NAMESPACE = "CalmFeatures";

  private Metadata() {}

  static String of(Collection<EntityType<?>> sets) {
    Map<String, EntityType<?>> types = new LinkedHashMap<>();
    sets.forEach(type -> collect(type, types));
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">"
                + "<edmx:DataServices><Schema Namespace=\""
                + NAMESPACE
                + "\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">\n"
                + "<EntityContainer Name=\"EntityContainer\">\n");
    sets.forEach(type ->
        xml.append("<EntitySet Name=\"" + type.set() + "\" EntityType=\"")
            .append(NAMESPACE + "." + type.name() + "\"/>\n"));
    xml.append("</EntityContainer>\n");
    types.values().forEach(type -> type(xml, type));
    return xml.append("</Schema></edmx:DataServices></edmx:Edmx>\n").toString();
  }

  private static void collect(EntityType<?> type, Map<String, EntityType<?>> types) {
    if (types.putIfAbsent(type.name(), type) == null) {
      type.navigations().values().forEach(way -> collect(way.type().get(), types));
    }
  }

  private static void type(StringBuilder xml, EntityType<?> type) {
    xml.append("<EntityType Name=\"" + type.name() + "\"><Key>");
    type.key().forEach(name -> xml.append("<PropertyRef Name=\"" + name + "\"/>"));
    xml.append("</Key>\n");
    type.properties()
        .values()
        .forEach(one ->
            xml.append("<Property Name=\"" + one.name() + "\" Type=\"")
                .append(one.kind().edm() + "\"/>\n"));
    type.navigations()
        .values()
        .forEach(way -> {
          String target = NAMESPACE + "." + way.type().get().name();
          xml.append("<NavigationProperty Name=\"" + way.name() + "\" Type=\"")
              .append(way.many() ? "Collection(" + target + ")" : target)
              .append("\"/>\n");
        });
    xml.append("</EntityType>\n");
  }
}
