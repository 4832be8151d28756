package fr.livret.query.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.Window;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.path.ListedPath;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A path's window in a list.
 *
 * @param daysLeft from the day it is shown for, 0 on the last day
 * @param missing the CCPs of the référentiel that do not count, in its order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WindowItem")
record WindowAnswer(
    UUID pathId,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2013") String certification,
    @Schema(example = "TP-2006") String regime,
    @Schema(example = "1") int regimeEdition,
    Window.State state,
    @Schema(example = "2014-03-10") @Nullable LocalDate anchor,
    @Schema(example = "2019-03-10") @Nullable LocalDate lastDay,
    @Nullable Long daysLeft,
    @Nullable LimitRule governedBy,
    @Nullable LocalDate fulfilledOn,
    List<String> held,
    List<String> missing) {

  static WindowAnswer of(ListedPath path, LocalDate day) {
    ListedPath.ListedWindow window = path.window();
    @Nullable LocalDate lastDay = window.lastDay();
    return new WindowAnswer(
        path.id(),
        path.candidateId(),
        path.candidate(),
        path.certification(),
        path.regime(),
        path.regimeEdition(),
        window.state(),
        window.anchor(),
        lastDay,
        lastDay == null ? null : ChronoUnit.DAYS.between(day, lastDay),
        window.governedBy(),
        window.fulfilledOn(),
        path.held(),
        path.missing());
  }
}
