package fr.livret.query.training;

import fr.livret.kernel.training.TrainingEvent;
import fr.livret.query.learned.Brief;
import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.learned.Learning;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import fr.livret.query.training.TrainingAnswer.BlocShown;
import fr.livret.query.training.TrainingAnswer.CcpShown;
import fr.livret.query.training.TrainingAnswer.TestShown;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What facts change of a training's answer. */
@Component
final class TrainingLearning extends Learning<TrainingEvent> {
  private final TrainingAnswers trainings;

  TrainingLearning(Facts<TrainingEvent> facts, TrainingAnswers trainings) {
    super(Subject.TRAINING, facts);
    this.trainings = trainings;
  }

  @Override
  protected List<UUID> ofCandidate(UUID candidate) {
    return trainings.of(candidate);
  }

  @Override
  protected Brief brief(List<Recorded<TrainingEvent>> known, LocalDate effectiveOn) {
    return trainings
        .nameless(known, Moment.of(effectiveOn))
        .map(TrainingLearning::brief)
        .orElseGet(Brief::new);
  }

  private static Brief brief(TrainingAnswer answer) {
    Brief brief =
        new Brief()
            .with("status", answer.status())
            .with("startedOn", answer.startedOn())
            .with("endedOn", answer.endedOn())
            .with("hours.done", answer.hours().done().toPlainString())
            .with("entryTest", taken(answer.entryTest()))
            .with("exitTest", taken(answer.exitTest()));
    for (BlocShown bloc : answer.blocs()) {
      if (bloc.hoursDone() != null) {
        brief.with("hours." + bloc.bloc(), bloc.hoursDone().toPlainString());
      }
      bloc.ccps().forEach(ccp -> brief(brief, ccp));
    }
    answer.mockExams().forEach(exam -> brief.with("mockExam." + exam.takenOn(), exam.instrument()));
    return brief;
  }

  private static void brief(Brief brief, CcpShown ccp) {
    brief.with("gain." + ccp.ccp(), ccp.gain());
    if (ccp.efa() != null) {
      brief.with("efa." + ccp.ccp(), ccp.efa().result() + " " + ccp.efa().assessedOn());
    }
    if (ccp.priority()) {
      brief.with("priority." + ccp.ccp(), true);
    }
  }

  private static @Nullable String taken(@Nullable TestShown test) {
    return test == null ? null : test.instrument() + " " + test.takenOn();
  }
}
