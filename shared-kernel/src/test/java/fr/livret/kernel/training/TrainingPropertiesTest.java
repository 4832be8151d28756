package fr.livret.kernel.training;

import static fr.livret.kernel.training.TrainingStory.TODAY;
import static fr.livret.kernel.training.TrainingStory.TRAINING;
import static fr.livret.kernel.training.TrainingStory.training;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order in which facts are recorded changes nothing of what is read from them. */
class TrainingPropertiesTest {
  private static final LocalDate FIRST = LocalDate.of(2014, 9, 1);

  @Property(tries = 300)
  void any_order_of_recording_the_same_hours_gives_the_same_sums(
      @ForAll("fewHours") List<RecordModule> commands, @ForAll Random random) {
    List<RecordModule> shuffled = new ArrayList<>(commands);
    Collections.shuffle(shuffled, random);
    TrainingFile one = training().given(commands.toArray(RecordModule[]::new)).file();
    TrainingFile other = training().given(shuffled.toArray(RecordModule[]::new)).file();
    assertThat(other.hoursDone()).isEqualTo(one.hoursDone());
    assertThat(other.lastFactOn()).isEqualTo(one.lastFactOn());
    BigDecimal modules = BigDecimal.ZERO;
    for (String module : List.of("M1", "M2", "M3", "M4", "M5")) {
      assertThat(other.hoursOf(module)).isEqualTo(one.hoursOf(module));
      modules = modules.add(one.hoursOf(module));
    }
    assertThat(modules).isEqualByComparingTo(one.hoursDone());
  }

  @Property(tries = 300)
  void no_day_ever_has_more_than_24_hours(@ForAll("manyHours") List<RecordModule> commands) {
    TrainingStory story = training();
    for (RecordModule command : commands) {
      story = story.when(command);
    }
    TrainingFile file = story.file();
    for (RecordModule command : commands) {
      assertThat(file.hoursOn(command.on())).isLessThanOrEqualTo(BigDecimal.valueOf(24));
    }
  }

  @Property(tries = 300)
  void whatever_is_recorded_the_latest_efa_says_whether_it_is_acquired(
      @ForAll("efas") List<RecordEfa> commands) {
    TrainingStory story = training();
    for (RecordEfa command : commands) {
      story = story.when(command);
    }
    TrainingFile file = story.file();
    for (CcpCode ccp : Referentiels.AMIS_2013.ccpCodes()) {
      assertThat(file.latestEfa(ccp).filter(Efa::acquired)).isEqualTo(file.acquired(ccp));
    }
  }

  @Property(tries = 300)
  void a_refused_fact_leaves_the_training_as_it_was(
      @ForAll("manyHours") List<RecordModule> commands) {
    TrainingStory story = training();
    for (RecordModule command : commands) {
      TrainingStory next = story.when(command);
      Refusal refusal = next.refusal();
      assertThat(next.file().hours())
          .hasSize(story.file().hours().size() + (refusal == null ? 1 : 0));
      story = next;
    }
  }

  @Provide
  Arbitrary<List<RecordModule>> fewHours() {
    return hours(1, 60).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<RecordModule>> manyHours() {
    return hours(-100, 2_600).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<RecordEfa>> efas() {
    return Combinators.combine(
            Arbitraries.of(Referentiels.AMIS_2013.ccpCodes()),
            Arbitraries.integers().between(0, 6),
            Arbitraries.of(EfaResult.class))
        .as((ccp, day, result) -> new RecordEfa(TRAINING, ccp, FIRST.plusDays(day), result, TODAY))
        .list()
        .ofMaxSize(15);
  }

  /** Hundredths of hours, on few days. */
  private static Arbitrary<RecordModule> hours(int least, int most) {
    return Combinators.combine(
            Arbitraries.of("M1", "M2", "M3", "M4", "M5"),
            Arbitraries.integers().between(least, most),
            Arbitraries.integers().between(0, 4))
        .as((module, hundredths, day) ->
            new RecordModule(
                TRAINING, module, BigDecimal.valueOf(hundredths, 2), FIRST.plusDays(day), TODAY));
  }
}
