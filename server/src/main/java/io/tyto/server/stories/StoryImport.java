package io.tyto.server.stories;

import io.tyto.server.kernel.ProjectKey;
import java.util.Collection;
import java.util.List;

/**
 * Takes in what a sync reads: page by page into staging, then all of it in one transaction.
 *
 * <p>Until {@link Intake#apply} commits nobody sees anything of it; a sync that fails leaves the
 * tree as it was.
 */
public interface StoryImport {

  /**
   * Begins an attempt's reading; joins a transaction.
   *
   * @param stagingKey names the attempt's rows; none are there yet
   * @param full whether everything is going to be read, not only changes and all features
   */
  Intake begin(String stagingKey, String integrationId, boolean full);

  /** Drops what an attempt staged and did not apply. */
  void forget(String stagingKey);

  /** Marks all items of an integration as gone; they stay. @return how many were not before */
  int retire(String integrationId, String reason);

  /** The reading of one attempt, by one thread. It remembers what is known in memory. */
  interface Intake {

    /** Adds a page. An item read twice counts once, the later one wins. */
    void stage(List<ImportedItem> page);

    /** Adds features of which the assigned stories alone were read, before any whole reading. */
    void stageAssigned(List<Assigned> page);

    /** Features given to {@link #stageAssigned} that are to be read whole: none is known. */
    List<String> unknownFeatures();

    /** Items of the integration that are known, not gone, and were not read. */
    Missing missing();

    /**
     * Brings the tree to what was read; joins a transaction. Rows that are as read are not written.
     * Publishes {@link StatusReached} for each known item that has another status now.
     *
     * @param gone external uuids whose absence was confirmed one by one
     * @throws IllegalStateException when staged rows were lost in a crash of the database
     */
    Counts apply(ProjectKey project, Collection<Gone> gone);
  }

  /** The stories that stand under a feature. */
  record Assigned(String featureUuid, List<String> stories) {}

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
