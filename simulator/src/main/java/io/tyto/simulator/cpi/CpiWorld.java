package io.tyto.simulator.cpi;

import io.tyto.simulator.core.SimClock;
import io.tyto.simulator.cpi.content.ArtifactKind;
import io.tyto.simulator.cpi.content.Bundle;
import io.tyto.simulator.cpi.content.OwnBundles;
import io.tyto.simulator.cpi.content.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a tenant of the demonstration landscape holds at the start. */
final class CpiWorld {
  private static final String O2C = "OrderToCash";
  private static final String P2P = "ProcureToPay";
  private static final String H2R = "HireToRetire";
  private static final String TAX = "TaxReporting";
  private static final String BROKEN = "BrokenMapping";
  private static final String ANNA = "anna.berger@example.com";

  private final DesignTime design;
  private final TenantRuntime runtime;
  private final SimClock clock;

  CpiWorld(DesignTime design, TenantRuntime runtime, SimClock clock) {
    this.design = design;
    this.runtime = runtime;
    this.clock = clock;
  }

  /** The tenant's place in the landscape. */
  enum Stage {
    DEV("dev"),
    QA("qa"),
    PROD("prod");

    private final String host;

    Stage(String host) {
      this.host = host;
    }

    static Stage of(String systemId) {
      for (Stage stage : values()) {
        if (systemId.endsWith("-" + stage.host)) {
          return stage;
        }
      }
      throw new IllegalArgumentException("No stage in '" + systemId + "'");
    }
  }

  /**
   * Fills the tenant; answers the artifacts whose deployment always fails here, with the reason.
   */
  Map<String, String> fill(Stage stage) {
    packageOf(O2C, "Order to Cash", "From the shop's order to the invoice");
    packageOf(P2P, "Procure to Pay", "Suppliers, purchase orders and goods receipts");
    switch (stage) {
      case DEV -> dev();
      case QA -> qa();
      case PROD -> prod();
    }
    return stage == Stage.QA
        ? Map.of(
            BROKEN,
            "The generation and build of the artifact were unsuccessful. Message mapping"
                + " 'OrderToIdoc': target field /ORDERS05/IDOC/E1EDK01/BELNR is mandatory and has"
                + " no source.")
        : Map.of();
  }

  private void dev() {
    packageOf(H2R, "Hire to Retire", "Employees to payroll");
    iflow(O2C, "OrderReplication", "Order Replication", "DEV", "1.0.1", "1.0.2", "1.0.3");
    iflow(O2C, "OrderConfirmation", "Order Confirmation", "DEV", "1.0.4", "1.1.0");
    iflow(O2C, "InvoiceDispatch", "Invoice Dispatch", "DEV", "1.0.0", "1.0.1");
    iflow(O2C, BROKEN, "Broken Mapping", "DEV", "1.0.0");
    iflow(O2C, "CreditCheck", "Credit Check", "DEV", "1.0.0", "1.0.1");
    design.updateArtifact(
        ArtifactKind.INTEGRATION,
        "CreditCheck",
        Optional.empty(),
        Optional.of(
            OwnBundles.iflow("CreditCheck", "Credit Check", "1.0.1", List.of(url("DEV", "limit")))),
        ANNA);
    neverSaved("ReturnsIntake", "Returns Intake");
    others("1.0.0", "1.0.1");
    iflow(P2P, "SupplierSync", "Supplier Synchronisation", "DEV", "1.9.0", "2.0.0");
    iflow(P2P, "GoodsReceipt", "Goods Receipt Notification", "DEV", "1.0.4");
    iflow(H2R, "EmployeeReplication", "Employee Replication", "DEV", "1.2.0");
    standardContent();
    List.of("OrderReplication", "OrderConfirmation", "InvoiceDispatch", "SupplierSync")
        .forEach(id -> running(ArtifactKind.INTEGRATION, id, Duration.ofDays(3)));
  }

  private void qa() {
    iflow(O2C, "OrderReplication", "Order Replication", "QA", "1.0.1", "1.0.2");
    iflow(O2C, "OrderConfirmation", "Order Confirmation", "QA", "1.0.4");
    iflow(O2C, "InvoiceDispatch", "Invoice Dispatch", "QA", "1.0.0");
    others("1.0.0");
    iflow(P2P, "SupplierSync", "Supplier Synchronisation", "QA", "1.9.0");
    List.of("OrderReplication", "OrderConfirmation", "InvoiceDispatch", "SupplierSync")
        .forEach(id -> running(ArtifactKind.INTEGRATION, id, Duration.ofDays(21)));
    running(ArtifactKind.VALUE_MAPPING, "CountryCodes", Duration.ofDays(21));
  }

  private void prod() {
    iflow(O2C, "OrderReplication", "Order Replication", "PROD", "1.0.1");
    iflow(O2C, "InvoiceDispatch", "Invoice Dispatch", "PROD", "1.0.0");
    others("1.0.0");
    iflow(P2P, "SupplierSync", "Supplier Synchronisation", "PROD", "1.9.0");
    List.of("OrderReplication", "InvoiceDispatch", "SupplierSync")
        .forEach(id -> running(ArtifactKind.INTEGRATION, id, Duration.ofDays(45)));
    running(ArtifactKind.VALUE_MAPPING, "CountryCodes", Duration.ofDays(45));
  }

  /** Puts a content without regard to what the interface would refuse. */
  void place(String packageId, String artifactId, String name, Bundle content) {
    if (design.packages().stream().noneMatch(each -> each.id().equals(packageId))) {
      packageOf(packageId, packageId, packageId);
    }
    put(content.kind(), packageId, artifactId, name, List.of(content), Map.of());
  }

  private void packageOf(String id, String name, String shortText) {
    design.createPackage(
        id,
        Map.of(
            "Name",
            name,
            "ShortText",
            shortText,
            "Description",
            shortText,
            "Vendor",
            "Example Retail",
            "Version",
            "1.0.0"),
        IntegrationPackage.EDITABLE,
        ANNA);
  }

  /** An iFlow with its versions, oldest first, and the values of its stage. */
  private void iflow(String packageId, String id, String name, String stage, String... versions) {
    List<Parameter> declared = parameters("DEV", id);
    List<Bundle> contents =
        List.of(versions).stream()
            .map(version -> OwnBundles.iflow(id, name, version, declared))
            .toList();
    Map<String, String> configured = new LinkedHashMap<>();
    if (!stage.equals("DEV")) {
      parameters(stage, id).forEach(each -> configured.put(each.key(), each.value()));
    }
    put(ArtifactKind.INTEGRATION, packageId, id, name, contents, configured);
  }

  private static List<Parameter> parameters(String stage, String id) {
    return List.of(
        url(stage, id.toLowerCase(Locale.ROOT)),
        new Parameter(
            "Poll_Interval",
            stage.equals("PROD") ? "60" : "300",
            "xsd:integer",
            "Seconds between two runs"),
        new Parameter(
            "Credential_Name",
            "S4_" + stage + "_COMM",
            "xsd:string",
            "Alias of the user credential of the receiver"));
  }

  private static Parameter url(String stage, String path) {
    return new Parameter(
        "Receiver_URL",
        "https://s4-" + stage.toLowerCase(Locale.ROOT) + ".example.com/" + path,
        "xsd:string",
        "Address of the receiver");
  }

  private void others(String... versions) {
    List<String> all = List.of(versions);
    put(
        ArtifactKind.VALUE_MAPPING,
        O2C,
        "CountryCodes",
        "Country Codes",
        all.stream()
            .map(each -> OwnBundles.valueMapping("CountryCodes", "Country Codes", each))
            .toList(),
        Map.of());
    put(
        ArtifactKind.MESSAGE_MAPPING,
        O2C,
        "OrderToIdoc",
        "Order to IDoc",
        all.stream()
            .map(each -> OwnBundles.messageMapping("OrderToIdoc", "Order to IDoc", each))
            .toList(),
        Map.of());
    put(
        ArtifactKind.SCRIPT_COLLECTION,
        O2C,
        "OrderScripts",
        "Order Scripts",
        all.stream()
            .map(each -> OwnBundles.scriptCollection("OrderScripts", "Order Scripts", each))
            .toList(),
        Map.of());
  }

  private void neverSaved(String id, String name) {
    Bundle content = OwnBundles.iflow(id, name, "1.0.0", parameters("DEV", id));
    Instant now = clock.instant();
    design.place(
        new DesignArtifact(
            ArtifactKind.INTEGRATION,
            id,
            O2C,
            name,
            "",
            "",
            DesignArtifact.EDITED,
            content,
            Map.of(),
            Map.of(),
            ANNA,
            now,
            ANNA,
            now));
  }

  private void standardContent() {
    design.createPackage(
        TAX,
        Map.of(
            "Name",
            "Tax Reporting",
            "ShortText",
            "Configure-only content of a vendor",
            "Vendor",
            "SAP",
            "Version",
            "3.1.0"),
        IntegrationPackage.CONFIGURE_ONLY,
        "SAP");
    iflow(TAX, "TaxReport", "Tax Report", "DEV", "3.1.0");
  }

  private void put(
      ArtifactKind kind,
      String packageId,
      String id,
      String name,
      List<Bundle> contents,
      Map<String, String> configured) {
    Map<String, Bundle> saved = new LinkedHashMap<>();
    contents.forEach(each -> saved.put(each.version(), each));
    Bundle newest = contents.getLast();
    Instant at = clock.instant().minus(Duration.ofDays(60));
    design.place(
        new DesignArtifact(
            kind,
            id,
            packageId,
            name,
            "",
            newest.version(),
            "",
            newest,
            Map.copyOf(configured),
            Map.copyOf(saved),
            ANNA,
            at,
            ANNA,
            at));
  }

  /** As {@link CpiTenant#deployByHand} says. */
  void startByHand(String id, Duration starting) {
    DesignArtifact artifact =
        design.packages().stream()
            .flatMap(home -> design.artifactsOf(home.id()).stream())
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No artifact '" + id + "'"));
    Deployment before = runtime.latest(id);
    runtime.deploy(
        new Deployment(
            UUID.randomUUID().toString(),
            artifact.kind(),
            id,
            artifact.name(),
            artifact.version(),
            ANNA,
            clock.instant().minus(starting),
            starting.multipliedBy(2),
            "",
            null,
            before == null ? null : before.alone()));
  }

  private void running(ArtifactKind kind, String id, Duration since) {
    DesignArtifact artifact = design.artifact(kind, id);
    runtime.deploy(
        new Deployment(
            UUID.randomUUID().toString(),
            kind,
            id,
            artifact.name(),
            artifact.version(),
            ANNA,
            clock.instant().minus(since),
            Duration.ZERO,
            "",
            null,
            null));
  }
}
