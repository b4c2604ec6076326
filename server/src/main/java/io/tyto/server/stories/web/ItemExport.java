package io.tyto.server.stories.web;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.WorkItemView;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Work items as a file, written page by page; closing ends the file. */
interface ItemExport extends Closeable {
  List<Column> COLUMNS =
      List.of(
          new Column("ID", item -> item.id().value()),
          new Column("External ID", WorkItemView::externalId),
          new Column("Type", WorkItemView::type),
          new Column("Title", WorkItemView::title),
          new Column("Status", item -> item.status().label()),
          new Column("Priority", WorkItemView::priority),
          new Column("Assignee", WorkItemView::assignee),
          new Column("Release", WorkItemView::release),
          new Column("Parents", ItemExport::parents),
          new Column("Component", WorkItemView::component),
          new Column("Release version", WorkItemView::releaseVersion),
          new Column("Validation status", WorkItemView::validationStatus),
          new Column("Pipeline stage", WorkItemView::pipelineStage),
          new Column("Pipeline status", WorkItemView::pipelineStatus),
          new Column("Gone", WorkItemView::gone));

  void write(List<WorkItemView> items) throws IOException;

  private static String parents(WorkItemView item) {
    return item.parentIds().stream().map(WorkItemId::value).collect(Collectors.joining(" "));
  }

  record Column(String title, Function<WorkItemView, @Nullable Object> value) {}

  enum Format {
    CSV("text/csv", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    final String contentType;
    final String suffix;

    Format(String contentType, String suffix) {
      this.contentType = contentType;
      this.suffix = suffix;
    }

    ItemExport to(OutputStream out) throws IOException {
      return switch (this) {
        case CSV -> new CsvExport(out);
        case XLSX -> new ExcelExport(out);
      };
    }
  }
}
