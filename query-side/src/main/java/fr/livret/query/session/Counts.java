package fr.livret.query.session;

import fr.livret.kernel.session.Result.Outcome;
import fr.livret.query.session.Contender.State;
import fr.livret.query.session.Decided.DecidedCcp;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How many there are: what a success rate is made of.
 *
 * @param enrolled candidates
 * @param presented those who came and were decided on
 * @param titles titles awarded
 * @param partial titles refused with CCPs granted
 * @param refused titles or CCS refused, with nothing granted
 * @param absentExcused candidates who did not come and proved why
 * @param absentNotExcused the others who did not come
 * @param ccpsDecided CCPs decided on at a session of CCPs
 * @param ccpsGranted CCPs granted, at any session
 * @param ccs specialisations awarded
 * @param pending decisions on their way to a path
 * @param notRecorded decisions that a path refused
 */
@Schema(name = "SessionCounts")
record Counts(
    int enrolled,
    int presented,
    int titles,
    int partial,
    int refused,
    int absentExcused,
    int absentNotExcused,
    int ccpsDecided,
    int ccpsGranted,
    int ccs,
    int pending,
    int notRecorded) {

  static Counts of(SessionRow row) {
    return new Counts(
        row.contenders().size(),
        decided(row, one -> !one.is(Outcome.ABSENT)),
        decided(row, one -> one.is(Outcome.TITLE)),
        decided(row, one -> one.is(Outcome.PARTIAL)),
        decided(row, one -> one.is(Outcome.REFUSED)),
        decided(row, one -> Boolean.TRUE.equals(one.excused())),
        decided(row, one -> Boolean.FALSE.equals(one.excused())),
        ccps(row, one -> one.is(Outcome.CCPS), _ -> true),
        ccps(row, _ -> true, DecidedCcp::granted),
        decided(row, one -> one.is(Outcome.CCS)),
        reached(row, State.PENDING) + reached(row, State.UNDOING),
        reached(row, State.NOT_RECORDED));
  }

  private static int decided(SessionRow row, Predicate<Decided> which) {
    return (int)
        row.contenders().stream()
            .map(Contender::result)
            .filter(Objects::nonNull)
            .filter(which)
            .count();
  }

  private static int ccps(SessionRow row, Predicate<Decided> which, Predicate<DecidedCcp> what) {
    return (int)
        row.contenders().stream()
            .map(Contender::result)
            .filter(Objects::nonNull)
            .filter(which)
            .flatMap(one -> one.ccps().stream())
            .filter(what)
            .count();
  }

  private static int reached(SessionRow row, State state) {
    return (int)
        row.contenders().stream()
            .filter(one -> one.effect() != null && one.effect().state() == state)
            .count();
  }

  /**
   * Titles or CCS awarded, in per cent of the candidates who came; at a session of CCPs, CCPs
   * granted in per cent of those decided on. With nothing to count from it is {@code -}.
   */
  String successRate() {
    return ccpsDecided > 0 ? rate(ccpsGranted, ccpsDecided) : rate(titles + ccs, presented);
  }

  private static String rate(int part, int whole) {
    return whole == 0
        ? "-"
        : BigDecimal.valueOf(100L * part)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
