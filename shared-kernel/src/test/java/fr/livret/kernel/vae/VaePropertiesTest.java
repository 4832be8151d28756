package fr.livret.kernel.vae;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Checked;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.vae.VaeCommand.DecideRecevabilite;
import fr.livret.kernel.vae.VaeCommand.LetDayCome;
import fr.livret.kernel.vae.VaeCommand.NoteUse;
import fr.livret.kernel.vae.VaeCommand.RecordCompleteness;
import fr.livret.kernel.vae.VaeCommand.RequestSupplement;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever comes upon an application in whatever order, silence is what the regime says. */
class VaePropertiesTest {
  private static final LocalDate FILED = LocalDate.of(2024, 1, 31);

  /** So many days pass, then something is told that lies so many days back. */
  record Step(int daysPass, int daysBack, Kind kind, boolean grants) {
    enum Kind {
      COMPLETE,
      SUPPLEMENT,
      DECISION,
      DAY,
      PATH,
      SESSION
    }

    VaeCommand command(LocalDate today) {
      LocalDate day = today.minusDays(daysBack);
      return switch (kind) {
        case COMPLETE -> new RecordCompleteness(Dossier.ID, day, today);
        case SUPPLEMENT -> new RequestSupplement(Dossier.ID, day, List.of("CV"), today);
        case DECISION ->
            new DecideRecevabilite(
                Dossier.ID,
                day,
                grants ? VaeOutcome.GRANTED : VaeOutcome.REFUSED,
                day,
                null,
                null,
                today);
        case DAY -> new LetDayCome(Dossier.ID, today);
        case PATH ->
            new NoteUse(Dossier.ID, new VaeUse(VaeUse.Kind.PATH_OPENED, "path", day), today);
        case SESSION ->
            new NoteUse(Dossier.ID, new VaeUse(VaeUse.Kind.SESSION_HELD, "path", day), today);
      };
    }
  }

  @Property(tries = 1000)
  void silence_comes_exactly_when_the_regime_says_and_once(
      @ForAll("regimes") VaeRegime regime, @ForAll("lives") List<Step> life) {
    Dossier dossier = filed(regime);
    LocalDate today = FILED;
    int silences = 0;
    int reversals = 0;
    for (Step step : life) {
      today = today.plusDays(step.daysPass());
      dossier = dossier.when(step.command(today));
      silences += count(dossier, SilenceTookEffect.class);
      reversals += count(dossier, SilenceReversed.class);
      assertThat(silences - reversals).isBetween(0, 1);
    }
    dossier = dossier.given(new LetDayCome(Dossier.ID, today));
    silences += count(dossier, SilenceTookEffect.class);
    @Nullable Silence expected = expected(dossier, regime, today);
    assertThat(dossier.on(today).silence()).isEqualTo(expected);
    assertThat(silences - reversals).isEqualTo(expected == null ? 0 : 1);
  }

  @Property(tries = 1000)
  void derived_is_what_was_announced_step_by_step(
      @ForAll("regimes") VaeRegime regime, @ForAll("lives") List<Step> life) {
    Dossier dossier = filed(regime);
    LocalDate today = FILED;
    for (Step step : life) {
      today = today.plusDays(step.daysPass());
      dossier = dossier.when(step.command(today)).given(new LetDayCome(Dossier.ID, today));
      VaeFile file = dossier.state().filed().orElseThrow();
      VaeStanding standing = dossier.on(today);
      assertThat(file.announced().silence()).isEqualTo(standing.silence());
      assertThat(situation(dossier.state())).isEqualTo(standing.situation());
    }
  }

  @Property(tries = 500)
  void the_days_on_which_the_clock_came_change_nothing(
      @ForAll("regimes") VaeRegime regime,
      @ForAll("lives") List<Step> life,
      @ForAll Set<@net.jqwik.api.constraints.IntRange(max = 900) Integer> days) {
    LocalDate last = FILED.plusDays(900);
    Dossier once = lived(regime, life, Set.of()).given(new LetDayCome(Dossier.ID, last));
    Dossier often = lived(regime, life, days).given(new LetDayCome(Dossier.ID, last));
    assertThat(often.on(last)).isEqualTo(once.on(last));
    assertThat(situation(often.state())).isEqualTo(situation(once.state()));
    assertThat(often.state().filed().orElseThrow().announced().silence())
        .isEqualTo(once.state().filed().orElseThrow().announced().silence());
  }

  @Property(tries = 500)
  void what_is_proved_is_what_is_claimed_and_rests_on_what_was_recorded(
      @ForAll("regimes") VaeRegime regime, @ForAll("lives") List<Step> life) {
    Dossier dossier = filed(regime);
    LocalDate today = FILED;
    for (Step step : life) {
      today = today.plusDays(step.daysPass());
      dossier = dossier.when(step.command(today));
      for (int days : new int[] {0, 1, 59, 62, 200, 400}) {
        proved(dossier, today.plusDays(days));
      }
    }
  }

  private static void proved(Dossier dossier, LocalDate day) {
    VaeStanding standing = dossier.on(day);
    Map<Claim, LocalDate> proved = new EnumMap<>(Claim.class);
    Set<Anchor> recorded = new HashSet<>();
    dossier.all().forEach(event -> recorded.addAll(VaeProofs.anchors(event)));
    for (Proof proof : VaeProofsTest.proofs(dossier, day)) {
      proved.put(proof.claim(), proof.day());
      assertThat(recorded).as("%s", proof).containsAll(Checked.anchors(proof));
    }
    Map<Claim, LocalDate> claimed = new EnumMap<>(Claim.class);
    claimed.put(Claim.FILED_ON, FILED);
    VaeStanding.@Nullable Delay clock = standing.clock();
    if (clock != null) {
      claimed.put(Claim.DELAY_COUNTED_FROM, clock.countedFrom());
      claimed.put(Claim.SILENCE_LAST_DAY, clock.lastDay());
      @Nullable Silence silence = standing.silence();
      claimed.put(
          Claim.SILENCE_EFFECT,
          silence == null ? clock.lastDay().plusDays(1) : silence.effectiveOn());
    }
    @Nullable Recevabilite granted = standing.recevabilite();
    if (granted != null) {
      claimed.put(Claim.RECEVABILITE_COUNTED_FROM, granted.notifiedOn());
      put(claimed, Claim.VALID_THROUGH, granted.validThrough());
      put(claimed, Claim.START_BY, granted.startBy());
    }
    put(claimed, Claim.RECEVABILITE_LAPSED_ON, standing.lapsedOn());
    assertThat(proved).isEqualTo(claimed);
  }

  private static void put(Map<Claim, LocalDate> claimed, Claim claim, @Nullable LocalDate day) {
    if (day != null) {
      claimed.put(claim, day);
    }
  }

  private static Dossier lived(VaeRegime regime, List<Step> life, Set<Integer> days) {
    Dossier dossier = filed(regime);
    TreeSet<Integer> left = new TreeSet<>(days);
    int passed = 0;
    for (Step step : life) {
      passed += step.daysPass();
      while (!left.isEmpty() && left.first() <= passed) {
        dossier = dossier.given(new LetDayCome(Dossier.ID, FILED.plusDays(left.pollFirst())));
      }
      if (step.kind() != Step.Kind.DAY) {
        dossier = dossier.when(step.command(FILED.plusDays(passed)));
      }
    }
    return dossier;
  }

  /** The same law once more, told in another way: from the accepted facts, one after the other. */
  private static @Nullable Silence expected(Dossier dossier, VaeRegime regime, LocalDate today) {
    boolean fromFiling = regime.silence().from() == SilenceRule.CountsFrom.FILING;
    @Nullable LocalDate from = fromFiling ? FILED : null;
    @Nullable LocalDate decided = null;
    for (VaeEvent event : dossier.all()) {
      if (!fromFiling && event instanceof CompletenessRecorded complete) {
        from = complete.completeOn();
      } else if (!fromFiling && event instanceof SupplementRequested) {
        from = null;
      } else if (event instanceof RecevabiliteGranted || event instanceof RecevabiliteRefused) {
        decided = event.effectiveOn();
      }
    }
    if (decided != null || from == null || !from.plusMonths(2).isBefore(today)) {
      return null;
    }
    LocalDate lastDay = from.plusMonths(2);
    return new Silence(lastDay, lastDay.plusDays(1), regime.silence().effect());
  }

  private static VaeSituation situation(VaeState state) {
    return switch (state) {
      case VaeState.NotFiled _ -> throw new AssertionError("not filed");
      case VaeState.Filed _ -> VaeSituation.FILED;
      case VaeState.AwaitingSupplement _ -> VaeSituation.SUPPLEMENT_REQUESTED;
      case VaeState.Complete _ -> VaeSituation.COMPLETE;
      case VaeState.Granted _ -> VaeSituation.GRANTED;
      case VaeState.Declined _ -> VaeSituation.REFUSED;
      case VaeState.Lapsed _ -> VaeSituation.LAPSED;
    };
  }

  private static int count(Dossier dossier, Class<? extends VaeEvent> kind) {
    return (int) dossier.events().stream().filter(kind::isInstance).count();
  }

  private static Dossier filed(VaeRegime regime) {
    return Dossier.filed(regime, FILED.toString());
  }

  @Provide
  Arbitrary<VaeRegime> regimes() {
    return Arbitraries.of(VaeRegimes.VAE_2002, VaeRegimes.VAE_2017, VaeRegimes.VAE_2024);
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Integer> pass =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 40), Arbitraries.of(0, 28, 29, 59, 60, 61, 62));
    Arbitrary<Integer> back =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(0)), Tuple.of(2, Arbitraries.integers().between(0, 70)));
    return Combinators.combine(
            pass, back, Arbitraries.of(Step.Kind.class), Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(14);
  }
}
