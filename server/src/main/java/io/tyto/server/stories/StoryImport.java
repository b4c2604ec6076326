package io.tyto.server.stories;

import io.tyto.server.kernel.ProjectKey;
import java.util.Collection;
import java.util.List;

/**
 * Takes in what a sync reads: page by page into staging, then all of it in one transaction.
 *
 * <p>Until {@link #apply} commits nobody sees anything of it; a sync that fails leaves the tree as
 * it was.
 */
public interface StoryImport {

  /** Forgets what the sync staged so far; the first call of a sync, also after a restart. */
  void begin(String syncId);

  /** Adds a page. An item staged twice counts once, the later one wins. */
  void stage(String syncId, List<ImportedItem> page);

  /**
   * Rows staged so far, an item staged twice counted twice; fewer than given after a database
   * crash.
   */
  int staged(String syncId);

  /** Items of the integration that are known, not gone, and were not staged. */
  Missing missing(String syncId, String integrationId);

  /**
   * Brings the tree to what was staged. Rows that are as staged are not written. Publishes {@link
   * StatusReached} for each known item that has another status now.
   *
   * @param full whether everything was read; parents of items that were not staged stay otherwise,
   *     unless a staged feature tells
   * @param gone external uuids whose absence was confirmed one by one
   */
  Counts apply(
      String syncId, ProjectKey project, String integrationId, boolean full, Collection<Gone> gone);

  /** Marks all items of an integration as gone; they stay. @return how many were not before */
  int retire(String integrationId, String reason);

  /**
   * @param known items of the integration that are not gone, missing ones included
   */
  record Missing(int known, List<Absent> items) {}

  /** An item that the reading did not bring. */
  record Absent(String externalUuid, WorkItemView.Type type) {}

  /** An item whose absence is certain. */
  record Gone(String externalUuid, String reason) {}

  /** Disjoint. */
  record Counts(int created, int updated, int unchanged, int gone) {}
}
