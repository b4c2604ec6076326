package io.tyto.server.alm.internal;

import io.tyto.server.alm.AlmIntegrations;
import io.tyto.server.alm.AlmRefusal;
import io.tyto.server.alm.IntegrationInput;
import io.tyto.server.alm.IntegrationView;
import io.tyto.server.alm.IntegrationView.WriteBack;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.stories.StoryImport;
import io.tyto.spi.stories.ExternalProject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps integrations in the database. The external system is asked before the transaction begins:
 * no transaction waits for the outside.
 */
@Service
class RegisteredIntegrations implements AlmIntegrations {
  private final IntegrationTable table;
  private final IntegrationRules rules;
  private final Outside outside;
  private final StoryImport items;
  private final AlmNews news;
  private final TransactionTemplate transactions;
  private final Clock clock;

  RegisteredIntegrations(
      IntegrationTable table,
      IntegrationRules rules,
      Outside outside,
      StoryImport items,
      AlmNews news,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.rules = rules;
    this.outside = outside;
    this.items = items;
    this.news = news;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public ExternalProjects externalProjects(Actor caller, Place place) {
    List<ExternalProject> found = outside.projects(rules.place(caller, place));
    return new ExternalProjects(
        found,
        found.isEmpty()
            ? "The credential signs in but sees no project. Private and protected projects need"
                + " scopes of their own in the service key; hidden ones are not listed."
            : null);
  }

  @Override
  public List<IntegrationView> list(ProjectKey project) {
    return table.list(project).stream().map(row -> shown(row, null)).toList();
  }

  @Override
  public IntegrationView get(ProjectKey project, String id) {
    return shown(known(project, id), null);
  }

  @Override
  public IntegrationView create(Actor caller, ProjectKey project, IntegrationInput input) {
    Integration wanted = checked(caller, blank(caller, project), null, input);
    Integration named = named(wanted);
    String token = HookTokens.make();
    String id =
        inTransaction(() -> {
          table.lock(project);
          Integration row = checked(caller, named, null, input);
          Integration placed = table.removed(row).map(old -> row.revived(old.id())).orElse(row);
          if (placed.isDefault()) {
            table.clearDefault(project, placed.id());
          }
          table.insert(placed, HookTokens.hash(token));
          news.added(caller, placed);
          return placed.id();
        });
    return shown(known(project, id), token);
  }

  @Override
  public IntegrationView change(
      Actor caller,
      ProjectKey project,
      String id,
      ExpectedVersion version,
      IntegrationInput input) {
    Integration before = known(project, id);
    version.mustBe(before.version());
    Integration wanted = checked(caller, before, before, input);
    boolean elsewhere = !wanted.externalProjectId().equals(before.externalProjectId());
    boolean otherSystem = !wanted.externalSystem().equals(before.externalSystem());
    if ((elsewhere || otherSystem) && table.synced(id)) {
      throw Refusal.at(
          otherSystem ? "externalSystem" : "externalProjectId",
          AlmRefusal.PROJECT_STAYS,
          "Work items came from '%s' already. Add another integration for another project."
              .formatted(before.externalProjectName()));
    }
    boolean sameWay = !elsewhere && wanted.spec().equals(before.spec());
    Integration named = sameWay ? wanted : named(wanted);
    inTransaction(() -> {
      table.lock(project);
      version.mustBe(known(project, id).version());
      Integration row = checked(caller, named, before, input);
      if (row.isDefault()) {
        table.clearDefault(project, id);
      }
      table.update(row.modified(caller.name(), now()));
      news.changed(caller, before, row);
      return id;
    });
    return shown(known(project, id), null);
  }

  @Override
  public void remove(Actor caller, ProjectKey project, String id) {
    inTransaction(() -> {
      table.lock(project);
      Integration row = known(project, id);
      table.remove(id, now());
      table.electDefault(project);
      int gone = items.retire(id, "The ALM integration '%s' was removed.".formatted(row.name()));
      news.removed(caller, row, gone);
      return id;
    });
  }

  @Override
  public IntegrationView renewHookToken(Actor caller, ProjectKey project, String id) {
    String token = HookTokens.make();
    inTransaction(() -> {
      Integration row = known(project, id);
      table.setHookToken(id, HookTokens.hash(token));
      news.hookTokenRenewed(caller, row);
      return id;
    });
    return shown(known(project, id), token);
  }

  private Integration checked(
      Actor caller, Integration start, @Nullable Integration now, IntegrationInput input) {
    List<Integration> others = new ArrayList<>(table.list(start.project()));
    others.removeIf(other -> other.id().equals(start.id()));
    return rules.checked(caller, start, now, input, others);
  }

  /**
   * Asks the outside for the project's name; a project that the credential does not see is refused.
   */
  private Integration named(Integration wanted) {
    ExternalProject project =
        outside.projects(wanted.spec()).stream()
            .filter(one -> one.id().equals(wanted.externalProjectId()))
            .findFirst()
            .orElseThrow(() ->
                Refusal.at(
                    "externalProjectId",
                    AlmRefusal.UNKNOWN_PROJECT,
                    "The credential does not see such a project. Choose one from the list."));
    return wanted.named(project.name());
  }

  private Integration blank(Actor caller, ProjectKey project) {
    return new Integration(
        Ids.next(),
        project,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        false,
        new WriteBack(false, false, false),
        true,
        caller.name(),
        now(),
        null,
        null,
        false,
        1);
  }

  private IntegrationView shown(Integration row, @Nullable String hookToken) {
    List<String> warnings = new ArrayList<>(outside.warnings(row));
    table.list(row.project()).stream()
        .filter(other -> !other.id().equals(row.id()))
        .filter(other -> other.externalProjectId().equals(row.externalProjectId()))
        .forEach(other ->
            warnings.add(
                "'%s' links the same project: its items appear twice.".formatted(other.name())));
    return row.view(warnings, hookToken);
  }

  private Integration known(ProjectKey project, String id) {
    return table
        .find(project, id)
        .orElseThrow(
            () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no such ALM integration."));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private String inTransaction(Supplier<String> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
