package fr.livret.command.training;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import fr.livret.kernel.training.TrainingId;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which trainings a candidate has for a title. Written in the very transaction that stores the
 * start of a training, and never behind it: a decision that looks for the training's EFAs must not
 * take one for absent that has just been recorded.
 */
@Component
@ProcessingGroup(TrainingIndex.GROUP)
public class TrainingIndex {
  /** The processor that runs inside the transaction of the command. */
  public static final String GROUP = "training-index";

  private final JdbcClient jdbc;

  TrainingIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every training of that candidate for that title, whichever version of it. */
  public List<TrainingId> of(CandidateId candidate, ReferentielCode certification) {
    return jdbc.sql(
            """
            select training from training_index
            where candidate = :candidate and certification = :certification order by training
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
