package fr.livret.query.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What dashboards can read.
 *
 * @param schema of PostgreSQL the views are in
 * @param role whose members may read them, and nothing else
 */
@Schema(name = "Reporting")
record ReportingAnswer(
    @Schema(example = "reporting") String schema,
    @Schema(example = "livret_reporting") String role,
    List<View> views) {
  ReportingAnswer {
    views = List.copyOf(views);
  }

  /**
   * A view.
   *
   * @param csv where it is read over HTTP
   */
  @Schema(name = "ReportingView")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      @Schema(example = "certified_by_year") String name,
      @Nullable String description,
      @Schema(example = "/api/reporting/certified_by_year.csv") String csv,
      List<ViewColumn> columns) {
    View {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param type as PostgreSQL names it
   */
  @Schema(name = "ReportingColumn")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ViewColumn(
      @Schema(example = "year") String name,
      @Schema(example = "integer") String type,
      @Nullable String description) {}
}
