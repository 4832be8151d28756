package fr.livret.query.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.Programme.PlannedHours;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training programme as it is answered.
 *
 * @param version of its stream by then, for If-Match
 * @param documentVersion which version of the document is shown
 * @param document the document as it was published
 */
@Schema(name = "Programme")
record ProgrammeAnswer(
    @Schema(example = "AMIS-12-MOIS") String code,
    String title,
    @Schema(example = "AMIS-2023") String certification,
    @Schema(example = "1") long version,
    @Schema(example = "1") int documentVersion,
    @JsonRawValue @Schema(type = "object") String document,
    List<Published> versions) {

  /** One published version. */
  @Schema(name = "ProgrammePublished")
  record Published(int version, LocalDate publishedOn, Instant recordedAt, String sha256) {
    static Published of(ProgrammeRow row) {
      return new Published(row.key().number(), row.publishedOn(), row.recordedAt(), row.digest());
    }
  }

  /**
   * A programme in a list.
   *
   * @param months how long the training may last
   * @param hours planned in all, where the document gives one number
   * @param hoursAtLeast where it gives two
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ProgrammeItem")
  record Item(
      @Schema(example = "AMIS-12-MOIS") String code,
      String title,
      @Schema(example = "AMIS-2023") String certification,
      String source,
      long version,
      List<Integer> months,
      @Schema(example = "455") @Nullable BigDecimal hours,
      @Nullable BigDecimal hoursAtLeast,
      @Nullable BigDecimal hoursAtMost,
      List<String> blocs,
      @Schema(example = "0.5") @Nullable BigDecimal priorityBelow) {

    static Item of(ProgrammePublished published) {
      Programme content = published.content();
      PlannedHours hours = content.hours();
      return new Item(
          content.code().value(),
          content.title(),
          content.certification().value(),
          content.source(),
          published.version(),
          content.months(),
          hours.fixed() ? hours.atLeast() : null,
          hours.fixed() ? null : hours.atLeast(),
          hours.fixed() ? null : hours.atMost(),
          content.blocs().stream().map(Programme.Bloc::code).toList(),
          content.positioning() == null ? null : content.positioning().priorityBelow());
    }
  }

  static ProgrammeAnswer of(
      ProgrammePublished shown, List<ProgrammeRow> versions, long streamVersion) {
    return new ProgrammeAnswer(
        shown.programme().value(),
        shown.content().title(),
        shown.content().certification().value(),
        streamVersion,
        shown.version(),
        shown.document(),
        versions.stream().map(Published::of).toList());
  }
}
