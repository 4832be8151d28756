package fr.livret.command.training;

import fr.livret.command.dispatch.RecordedFacts;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import fr.livret.kernel.training.TrainingId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which trainings a candidate may have for a title. A training is written here just before its
 * start is stored, so that no decision that looks for its EFAs takes one for absent that is
 * recorded; of one whose start was not stored after all there are no facts, and nothing follows
 * from it.
 */
@Component
@ProcessingGroup(TrainingIndex.GROUP)
public class TrainingIndex {
  /** The processor that runs while the command is carried out, before its facts are stored. */
  public static final String GROUP = "training-index";

  private final JdbcClient jdbc;
  private final RecordedFacts facts;

  TrainingIndex(JdbcClient jdbc, RecordedFacts facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /** Every training of that candidate for that title, whichever version of it. */
  public List<TrainingId> of(CandidateId candidate, ReferentielCode certification) {
    Stream<TrainingId> rehearsed =
        facts.rehearsedTrainings(candidate).stream()
            .filter(started -> started.certification().equals(certification))
            .map(TrainingStarted::training);
    // In one order, whether stored or rehearsed: what is missing is named in it.
    return Stream.concat(stored(candidate, certification).stream(), rehearsed)
        .distinct()
        .sorted(Comparator.comparing(TrainingId::toString))
        .toList();
  }

  private List<TrainingId> stored(CandidateId candidate, ReferentielCode certification) {
    return jdbc.sql(
            """
            select training from training_index
            where candidate = :candidate and certification = :certification
            """)
        .param("candidate", candidate.value())
        .param("certification", certification.value())
        .query((row, _) -> new TrainingId(row.getObject("training", UUID.class)))
        .list();
  }

  @EventHandler
  void on(TrainingStarted event) {
    jdbc.sql(
            """
            insert into training_index (training, candidate, certification)
            values (:training, :candidate, :certification) on conflict (training) do nothing
            """)
        .param("training", event.training().value())
        .param("candidate", event.candidate().value())
        .param("certification", event.certification().value())
        .update();
  }
}
