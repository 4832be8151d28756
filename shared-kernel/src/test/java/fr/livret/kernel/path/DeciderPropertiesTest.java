package fr.livret.kernel.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateCommand;
import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Chances.Step;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.referentiel.ReferentielDecider;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.referentiel.Referentiels;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, a decider answers with events that fold, or with a refusal. */
class DeciderPropertiesTest {
  private static final SealedText SEALED = new SealedText(Given.CANDIDATE.person(), "");

  /** {@link Story#when} lets anything through but a refusal, and folds what was decided. */
  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void a_path_answers_anything_with_events_that_fold_or_a_refusal(
      @ForAll("laws") PathLaw law, @ForAll("anything") List<PathCommand> commands) {
    Story story = Story.unopened(law);
    for (PathCommand command : commands) {
      story = story.when(command);
    }
    assertThat(story.law()).isEqualTo(law);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void so_does_a_path_that_has_lived(
      @ForAll("laws") PathLaw law,
      @ForAll("steps") List<Step> steps,
      @ForAll("anything") List<PathCommand> commands) {
    Story story = Story.path(law, Route.TRAINING);
    LocalDate today = story.file().pins().openedOn();
    for (Step step : steps) {
      today = today.plusDays(step.daysPass());
      story = story.when(step.command(story.current(), today));
    }
    for (PathCommand command : commands) {
      Story next = story.when(command);
      // A refusal leaves no trace, and the same question gets the same answer.
      if (next.refusal() != null) {
        assertThat(next.state()).isEqualTo(story.state());
      } else {
        assertThat(story.when(command).events()).isEqualTo(next.events());
      }
      story = next;
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void so_does_a_candidate(@ForAll("ofCandidates") List<CandidateCommand> commands) {
    CandidateState state = new CandidateState.NotRegistered();
    for (CandidateCommand command : commands) {
      try {
        for (CandidateEvent event : CandidateDecider.decide(command, state)) {
          state = CandidateState.evolve(state, event);
        }
      } catch (Refusal refusal) {
        assertThat(refusal.facts()).isNotEmpty();
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void so_does_a_referentiel(@ForAll("ofReferentiels") List<ReferentielCommand> commands) {
    ReferentielState state = new ReferentielState.NotPublished();
    for (ReferentielCommand command : commands) {
      try {
        for (ReferentielEvent event : ReferentielDecider.decide(command, state)) {
          state = ReferentielState.evolve(state, event);
        }
      } catch (Refusal refusal) {
        assertThat(refusal.facts()).isNotEmpty();
      }
    }
  }

  @Provide
  Arbitrary<PathLaw> laws() {
    return Chances.laws();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Chances.steps();
  }

  @Provide
  Arbitrary<List<PathCommand>> anything() {
    return Chances.anything().list().ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<CandidateCommand>> ofCandidates() {
    Identity identity = new Identity(SEALED, List.of(), SEALED, null, null);
    Arbitrary<CandidateCommand> register =
        Chances.days()
            .map(today -> new CandidateCommand.RegisterCandidate(Given.CANDIDATE, identity, today));
    Arbitrary<CandidateCommand> certify =
        Combinators.combine(
                Arbitraries.strings().ofMaxLength(9),
                Chances.days(),
                Chances.days(),
                Chances.days())
            .as((kind, from, to, today) ->
                new CandidateCommand.RecordCertificate(
                    Given.CANDIDATE, new Certificate(kind, from, to), null, today));
    Arbitrary<CandidateCommand> erase =
        Combinators.combine(Chances.days(), Chances.days())
            .as((day, today) ->
                new CandidateCommand.EraseCandidate(Given.CANDIDATE, day, "", today));
    return Arbitraries.oneOf(register, certify, certify, erase).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<ReferentielCommand>> ofReferentiels() {
    Referentiel amis = Referentiels.AMIS_2023;
    Arbitrary<ReferentielCommand> publish =
        Combinators.combine(
                Chances.days().injectNull(0.5), Arbitraries.of("a", "b", ""), Chances.days())
            .as((to, digest, today) ->
                new ReferentielCommand.PublishReferentiel(
                    Referentiels.valid(amis, null, to), "", digest, today));
    Arbitrary<ReferentielCommand> close =
        Combinators.combine(Chances.days(), Chances.days())
            .as((day, today) -> new ReferentielCommand.CloseTitle(amis.code(), day, "", today));
    Arbitrary<ReferentielCommand> prorogue =
        Combinators.combine(Chances.days(), Chances.days(), Chances.days())
            .as((day, until, today) ->
                new ReferentielCommand.ProrogueTitle(amis.code(), day, until, "", today));
    return Arbitraries.oneOf(publish, close, prorogue).list().ofMaxSize(15);
  }
}
