package io.tyto.server.stories;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import java.util.List;

/** Finds work items in every project that somebody may see. */
public interface WorkItemSearch {

  /**
   * The best twenty: an exact ID first, gone ones last.
   *
   * @param q found in id, external id and title, whatever the case
   * @throws Refusal {@code invalid} when {@code q} has less than three characters
   */
  List<WorkItemView> find(String q, Actor caller);
}
