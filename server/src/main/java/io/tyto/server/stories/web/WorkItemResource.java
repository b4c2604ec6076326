package io.tyto.server.stories.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemDetail;
import io.tyto.server.stories.WorkItemView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A work item in JSON, as lists show it. */
public record WorkItemResource(
    String id,
    @Nullable String externalId,
    String externalUuid,
    @Nullable String externalUrl,
    String integrationId,
    String type,
    String title,
    WorkItemView.Status status,
    @Nullable Integer priority,
    @Nullable String assignee,
    @Nullable String release,
    List<String> parentIds,
    int childCount,
    @Nullable String pipelineId,
    @Nullable String component,
    @Nullable String releaseVersionId,
    @Nullable String releaseVersion,
    boolean noArtifacts,
    @Nullable String validationStatus,
    @Nullable String pipelineStage,
    @Nullable String pipelineStatus,
    boolean gone,
    int version) {

  static WorkItemResource of(WorkItemView item) {
    return new WorkItemResource(
        item.id().value(),
        item.externalId(),
        item.externalUuid(),
        item.externalUrl(),
        item.integrationId(),
        item.type().name(),
        item.title(),
        item.status(),
        item.priority(),
        item.assignee(),
        item.release(),
        item.parentIds().stream().map(WorkItemId::value).toList(),
        item.childCount(),
        item.pipelineId(),
        item.component(),
        item.releaseVersionId(),
        item.releaseVersion(),
        item.noArtifacts(),
        item.validationStatus(),
        item.pipelineStage(),
        item.pipelineStatus(),
        item.gone(),
        item.version());
  }

  /**
   * What a row opens to, beside the members of the list.
   *
   * @param descriptionNote why the description is missing or old
   */
  public record Detail(
      @JsonUnwrapped WorkItemResource item,
      @Nullable String description,
      @Nullable String descriptionNote,
      @Nullable String workstream,
      List<String> tags,
      @Nullable LocalDate startDate,
      @Nullable LocalDate dueDate,
      @Nullable Instant changedAt,
      @Nullable String goneReason,
      List<Link> links) {

    static Detail of(WorkItemDetail detail) {
      String url = detail.item().externalUrl();
      return new Detail(
          WorkItemResource.of(detail.item()),
          detail.descriptionHtml(),
          detail.note(),
          detail.workstream(),
          detail.tags(),
          detail.startDate(),
          detail.dueDate(),
          detail.changedAt(),
          detail.goneReason(),
          url == null ? List.of() : List.of(new Link("external", url)));
    }
  }

  /**
   * @param rel {@code external}: the item in the external system
   */
  public record Link(String rel, String href) {}
}
