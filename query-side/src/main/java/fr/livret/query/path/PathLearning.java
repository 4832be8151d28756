package fr.livret.query.path;

import fr.livret.kernel.path.PathEvent;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.learned.Brief;
import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.learned.Learning;
import fr.livret.query.path.PathAnswer.CcpShown;
import fr.livret.query.path.PathAnswer.CcpStatus;
import fr.livret.query.path.PathAnswer.ResitShown;
import fr.livret.query.path.PathAnswer.TitleShown;
import fr.livret.query.path.PathAnswer.WindowShown;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What facts change of a path's answer. */
@Component
final class PathLearning extends Learning<PathEvent> {
  private final PathFiles files;
  private final PathAnswers paths;

  PathLearning(Facts<PathEvent> facts, PathFiles files, PathAnswers paths) {
    super(Subject.PATH, facts);
    this.files = files;
    this.paths = paths;
  }

  @Override
  protected List<UUID> ofCandidate(UUID candidate) {
    return paths.of(candidate);
  }

  @Override
  protected Brief brief(List<Recorded<PathEvent>> known, LocalDate effectiveOn) {
    Moment moment = Moment.of(effectiveOn);
    return KnownPath.by(moment, known)
        .map(path ->
            new PathView(path, files.law(path.file().on(effectiveOn).pins()), moment)
                .answer(new CandidateName(path.file().pins().candidate().value(), null, false)))
        .map(PathLearning::brief)
        .orElseGet(Brief::new);
  }

  private static Brief brief(PathAnswer answer) {
    Brief brief =
        new Brief()
            .with("status", answer.status())
            .with("certification", answer.certification())
            .with("regime", answer.regime() + "/" + answer.regimeEdition());
    for (CcpShown ccp : answer.ccps()) {
      if (ccp.status() != CcpStatus.MISSING) {
        brief.with("ccp." + ccp.ccp(), brief(ccp));
      }
    }
    WindowShown window = answer.window();
    brief
        .with("window.state", window.state())
        .with("window.anchor", window.anchor())
        .with("window.lastDay", window.lastDay())
        .with("window.governedBy", window.governedBy())
        .with("window.fulfilledOn", window.fulfilledOn());
    @Nullable TitleShown title = answer.title();
    if (title != null) {
      brief
          .with("title.awardedOn", title.awardedOn())
          .with("title.inQuestion", title.inQuestion())
          .with("title.withdrawnOn", title.withdrawnOn());
      title.ccs().forEach(ccs -> brief.with("title.ccs." + ccs, "HELD"));
    }
    @Nullable ResitShown resit = answer.resit();
    if (resit != null) {
      brief.with("resit.through", resit.through()).with("resit.possibleFrom", resit.possibleFrom());
    }
    return brief;
  }

  /** As in {@code HELD 2014-03-10}: the day since which it is so. */
  private static String brief(CcpShown ccp) {
    @Nullable LocalDate since =
        switch (ccp.status()) {
          case HELD -> ccp.obtainedOn();
          case LAPSED -> ccp.lapsedOn();
          case ANNULLED -> ccp.annulledOn();
          case MISSING -> null;
        };
    return ccp.status() + (since == null ? "" : " " + since);
  }
}
