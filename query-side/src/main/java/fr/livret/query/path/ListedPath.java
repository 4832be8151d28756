package fr.livret.query.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.Window;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.query.candidate.CandidateName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A path in a list, as its events announced it; where a day or a moment is asked for, as derived.
 *
 * @param window where its window stands
 * @param held the CCPs that count, by code
 * @param missing those of the référentiel that do not, in its order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PathItem")
public record ListedPath(
    UUID id,
    @Schema(example = "5") long version,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2013") String certification,
    int certificationVersion,
    Route route,
    Access access,
    @Schema(example = "TP-2006") String regime,
    @Schema(example = "1") int regimeEdition,
    LocalDate openedOn,
    PathStatus status,
    boolean inQuestion,
    @Nullable LocalDate titleAwardedOn,
    ListedWindow window,
    List<String> held,
    List<String> missing) {

  /** Where a window stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "WindowOfItem")
  public record ListedWindow(
      Window.State state,
      @Nullable LocalDate anchor,
      @Nullable LocalDate lastDay,
      @Nullable LimitRule governedBy,
      @Nullable LocalDate fulfilledOn) {}

  ListedPath of(CandidateName known) {
    return new ListedPath(
        id,
        version,
        candidateId,
        known,
        certification,
        certificationVersion,
        route,
        access,
        regime,
        regimeEdition,
        openedOn,
        status,
        inQuestion,
        titleAwardedOn,
        window,
        held,
        missing);
  }

  static ListedPath of(
      PathRow row, CandidateName candidate, List<String> held, List<String> missing) {
    @Nullable WindowSpan span = row.span();
    return new ListedPath(
        row.pins().path().value(),
        row.version(),
        row.pins().candidate().value(),
        candidate,
        row.pins().certification().value(),
        row.pins().certificationVersion(),
        row.pins().route(),
        row.pins().access(),
        row.pins().regime().code(),
        row.pins().regime().edition(),
        row.pins().openedOn(),
        row.status(),
        row.inQuestion(),
        row.title() == null ? null : row.title().heldOn(),
        new ListedWindow(
            row.windowState(),
            span == null ? null : span.anchor(),
            span == null ? null : span.lastDay(),
            span == null ? null : span.governedBy(),
            row.fulfilledOn()),
        held,
        missing);
  }
}
