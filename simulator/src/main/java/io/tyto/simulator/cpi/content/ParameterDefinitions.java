package io.tyto.simulator.cpi.content;

import io.tyto.simulator.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Reads {@code parameters.propdef}, the declaration of an iFlow's externalized parameters. */
final class ParameterDefinitions {
  private ParameterDefinitions() {}

  /** In the file's order, without values. */
  static List<Parameter> read(byte[] xml) {
    try {
      List<Parameter> found = new ArrayList<>();
      for (Element element : SafeXml.all(SafeXml.parse(xml), "parameter")) {
        String name = SafeXml.text(element, "name");
        if (!name.isEmpty()) {
          String type = SafeXml.text(element, "type");
          String description = SafeXml.text(element, "description");
          found.add(new Parameter(name, "", type.isEmpty() ? "xsd:string" : type, description));
        }
      }
      return found;
    } catch (SafeXml.Unreadable e) {
      throw CpiRefusal.badRequest("parameters.propdef cannot be read.");
    }
  }
}
