package io.tyto.simulator.abap;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Changes to the object list of a request and its tasks. */
final class ObjectList {
  private static final String TM = "http://www.sap.com/cts/adt/tm";

  private ObjectList() {}

  static TransportRequest without(TransportRequest request, List<Element> named, Instant at) {
    Set<String> keys = named.stream().map(ObjectList::key).collect(Collectors.toSet());
    TransportRequest changed = request.withObjects(kept(request.objects(), keys), at);
    for (TransportTask each : request.tasks()) {
      changed =
          changed.withTask(
              new TransportTask(
                  each.number(),
                  each.parent(),
                  each.owner(),
                  each.description(),
                  each.type(),
                  each.released(),
                  kept(each.objects(), keys),
                  at));
    }
    return changed;
  }

  private static List<TransportObject> kept(List<TransportObject> objects, Set<String> keys) {
    return objects.stream().filter(each -> !keys.contains(each.key())).toList();
  }

  private static String key(Element each) {
    return each.getAttributeNS(TM, "pgmid")
        + " "
        + each.getAttributeNS(TM, "type")
        + " "
        + each.getAttributeNS(TM, "name");
  }
}
