package io.tyto.simulator.cpi.content;

import io.tyto.simulator.xml.SafeXml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small but valid contents of our own, built in memory and always the same bytes. */
public final class OwnBundles {
  private static final String RESOURCES = "src/main/resources/";

  private OwnBundles() {}

  /** An iFlow: HTTPS sender, a script, an HTTP receiver whose settings are externalized. */
  public static Bundle iflow(String id, String name, String version, List<Parameter> parameters) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(Bundle.MANIFEST, manifest(id, name, version, "IntegrationFlow"));
    files.put(".project", project(id, "com.sap.ide.ifl.project.support.project.nature"));
    files.put("metainfo.prop", "description=" + name + "\n");
    files.put(
        RESOURCES + "scenarioflows/integrationflow/" + id + ".iflw", flow(id, name, parameters));
    files.put(RESOURCES + "script/enrich.groovy", script(version));
    files.put(Bundle.PARAMETERS, values(parameters));
    files.put(Bundle.DEFINITIONS, definitions(parameters));
    return Bundle.of(files);
  }

  public static Bundle valueMapping(String id, String name, String version) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(Bundle.MANIFEST, manifest(id, name, version, "ValueMapping"));
    files.put(".project", project(id, "com.sap.ide.ifl.project.support.project.nature"));
    files.put(
        "value_mapping.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <vm version="2.0">
          <group id="6f0d2b5e3c8a41f79d10">
            <entry><agency>Shop</agency><schema>Country</schema><value>Germany</value></entry>
            <entry><agency>S4</agency><schema>LAND1</schema><value>DE</value></entry>
          </group>
        </vm>
        """);
    return Bundle.of(files);
  }

  public static Bundle messageMapping(String id, String name, String version) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(Bundle.MANIFEST, manifest(id, name, version, "MessageMapping"));
    files.put(".project", project(id, "com.sap.ide.ifl.project.support.project.nature"));
    files.put("metainfo.prop", "description=" + name + "\n");
    files.put(
        RESOURCES + "mapping/" + id + ".mmap",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <xiObj xmlns="urn:sap-com:xi"><content><mapping source="Order" target="ORDERS05"/></content></xiObj>
        """);
    return Bundle.of(files);
  }

  public static Bundle scriptCollection(String id, String name, String version) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(Bundle.MANIFEST, manifest(id, name, version, "ScriptCollection"));
    files.put(".project", project(id, "com.sap.ide.ifl.project.support.project.nature"));
    files.put("metainfo.prop", "description=" + name + "\n");
    files.put(RESOURCES + "script/headers.groovy", script(version));
    return Bundle.of(files);
  }

  private static String manifest(String id, String name, String version, String type) {
    return """
    Manifest-Version: 1.0
    Bundle-ManifestVersion: 2
    Bundle-SymbolicName: %s; singleton:=true
    Bundle-Name: %s
    Bundle-Version: %s
    SAP-BundleType: %s
    SAP-NodeType: IFLMAP
    SAP-RuntimeProfile: iflmap
    Import-Package: com.sap.gateway.ip.core.customdev.util

    """
        .formatted(id, name, version, type)
        .replace("\n", "\r\n");
  }

  private static String project(String id, String nature) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <projectDescription>
      <name>%s</name>
      <natures>
        <nature>org.eclipse.jdt.core.javanature</nature>
        <nature>%s</nature>
      </natures>
    </projectDescription>
    """
        .formatted(SafeXml.escape(id), nature);
  }

  private static String script(String version) {
    return """
    import com.sap.gateway.ip.core.customdev.util.Message

    Message processData(Message message) {
      message.setHeader('X-Content-Version', '%s')
      return message
    }
    """
        .formatted(version);
  }

  private static String values(List<Parameter> parameters) {
    StringBuilder out = new StringBuilder();
    for (Parameter parameter : parameters) {
      out.append(parameter.key()).append('=');
      out.append(parameter.value().replace(":", "\\:").replace("=", "\\=")).append('\n');
    }
    return out.toString();
  }

  private static String definitions(List<Parameter> parameters) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><parameters>\n");
    for (Parameter parameter : parameters) {
      out.append(
          """
            <parameter>
              <key/>
              <name>%s</name>
              <type>%s</type>
              <isRequired>true</isRequired>
              <constraint/>
              <description>%s</description>
            </parameter>
          """
              .formatted(
                  SafeXml.escape(parameter.key()),
                  SafeXml.escape(parameter.dataType()),
                  SafeXml.escape(parameter.description())));
    }
    return out.append("  <param_references/>\n</parameters>\n").toString();
  }

  private static String flow(String id, String name, List<Parameter> parameters) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ifl="http:///com.sap.ifl.model/Ifl.xsd" id="Definitions_1">
      <bpmn2:collaboration id="Collaboration_1" name="Default Collaboration">
        <bpmn2:participant id="Participant_1" ifl:type="EndpointSender" name="Sender"/>
        <bpmn2:participant id="Participant_2" ifl:type="EndpointRecevier" name="Receiver"/>
        <bpmn2:participant id="Participant_Process_1" ifl:type="IntegrationProcess" name="%s" processRef="Process_1"/>
        <bpmn2:messageFlow id="MessageFlow_1" name="HTTPS" sourceRef="Participant_1" targetRef="StartEvent_1">
          <bpmn2:extensionElements>
            <ifl:property><key>urlPath</key><value>/%s</value></ifl:property>
          </bpmn2:extensionElements>
        </bpmn2:messageFlow>
        <bpmn2:messageFlow id="MessageFlow_2" name="HTTP" sourceRef="EndEvent_1" targetRef="Participant_2">
          <bpmn2:extensionElements>
    %s      </bpmn2:extensionElements>
        </bpmn2:messageFlow>
      </bpmn2:collaboration>
      <bpmn2:process id="Process_1" name="%s">
        <bpmn2:startEvent id="StartEvent_1" name="Start"><bpmn2:outgoing>SequenceFlow_1</bpmn2:outgoing></bpmn2:startEvent>
        <bpmn2:callActivity id="CallActivity_1" name="Enrich">
          <bpmn2:extensionElements>
            <ifl:property><key>activityType</key><value>Script</value></ifl:property>
            <ifl:property><key>script</key><value>enrich.groovy</value></ifl:property>
          </bpmn2:extensionElements>
        </bpmn2:callActivity>
        <bpmn2:endEvent id="EndEvent_1" name="End"><bpmn2:incoming>SequenceFlow_2</bpmn2:incoming></bpmn2:endEvent>
        <bpmn2:sequenceFlow id="SequenceFlow_1" sourceRef="StartEvent_1" targetRef="CallActivity_1"/>
        <bpmn2:sequenceFlow id="SequenceFlow_2" sourceRef="CallActivity_1" targetRef="EndEvent_1"/>
      </bpmn2:process>
    </bpmn2:definitions>
    """
        .formatted(
            SafeXml.escape(name), SafeXml.escape(id), properties(parameters), SafeXml.escape(name));
  }

  private static String properties(List<Parameter> parameters) {
    StringBuilder out = new StringBuilder();
    for (Parameter parameter : parameters) {
      String key = SafeXml.escape(parameter.key());
      out.append("        <ifl:property><key>").append(key);
      out.append("</key><value>{{").append(key).append("}}</value></ifl:property>\n");
    }
    return out.toString();
  }
}
