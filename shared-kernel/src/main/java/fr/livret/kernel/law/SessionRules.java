package fr.livret.kernel.law;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a session is prepared, who sits, and how it decides.
 *
 * @param notice how long before the session its convocations are sent
 * @param quorum how many convoked members must be present to deliberate
 * @param roles who may sit on the jury of a title or a CCS
 * @param habilitation what a professional must show to sit
 * @param vaeJury of whom a jury is made that decides on VAE candidates, where that is ruled
 * @param castingVote when the chair's vote decides between equal votes, if ever
 */
public record SessionRules(
    Notice notice,
    int quorum,
    Set<EvaluatorRole> roles,
    Habilitation habilitation,
    @Nullable VaeJury vaeJury,
    @Nullable CastingVote castingVote) {
  public SessionRules {
    roles = Set.copyOf(roles);
  }

  /** The notice given before the session of a title, of CCPs, of a CCS. */
  public record Notice(Period title, Period ccp, Period ccs) {}

  /**
   * What a professional must show.
   *
   * @param practiceYears in the sector at least; none where zero
   * @param leftAtMost how long ago the sector may have been left, that day included; absent where
   *     nothing is said
   * @param listed whether the professional must be on the authority's list on the day
   */
  public record Habilitation(int practiceYears, @Nullable Period leftAtMost, boolean listed) {}

  /**
   * Of whom a jury is made that decides on VAE candidates.
   *
   * @param days the days of the sessions it holds for
   * @param professionals how many there are at least
   * @param oneIn they are at least one in so many of the members: 4 for a quarter
   */
  public record VaeJury(DateRange days, int professionals, int oneIn) {
    /** Whether so many professionals among so many members are enough. */
    public boolean satisfiedBy(long sitting, long members) {
      return sitting >= professionals && sitting * oneIn >= members;
    }
  }

  /**
   * The chair's vote decides between equal votes.
   *
   * @param days the days of the sessions it holds for
   * @param routes the routes of the candidates it holds for
   */
  public record CastingVote(DateRange days, Set<Route> routes) {
    public CastingVote {
      routes = Set.copyOf(routes);
    }
  }

  /** Who must sit when a candidate of that route is decided on that day, where that is ruled. */
  public Optional<VaeJury> vaeJuryOn(LocalDate day, Route route) {
    return Optional.ofNullable(vaeJury)
        .filter(rule -> route == Route.VAE && rule.days().contains(day));
  }

  /** Whether the chair's vote decides between equal votes on a candidate of that route. */
  public boolean chairDecidesOn(LocalDate day, Route route) {
    return castingVote != null
        && castingVote.days().contains(day)
        && castingVote.routes().contains(route);
  }
}
