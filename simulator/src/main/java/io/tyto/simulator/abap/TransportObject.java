package io.tyto.simulator.abap;

/** One repository object or table content on a request's list. */
record TransportObject(String pgmid, String type, String name, String description) {
  /** A repository object. */
  static TransportObject r3tr(String type, String name, String description) {
    return new TransportObject("R3TR", type, name, description);
  }

  String key() {
    return pgmid + " " + type + " " + name;
  }

  /** The workbench type, for the kinds that have an editor of their own. */
  String workbenchType() {
    return switch (type) {
      case "CLAS" -> "CLAS/OC";
      case "TABL" -> "TABL/DT";
      case "PROG" -> "PROG/P";
      case "FUGR" -> "FUGR/F";
      case "INTF" -> "INTF/OI";
      case "DTEL" -> "DTEL/DE";
      default -> "";
    };
  }
}
