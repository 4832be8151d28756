package fr.livret.query.statistics;

import fr.livret.kernel.path.MinutesRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time a candidate was judged, on the title or on one CCP. What is annulled never counted, and
 * is none.
 *
 * @param certification what the path led to then
 * @param referentiel version of its référentiel then
 * @param ccp the CCP judged; absent for the title
 * @param settled at a decision on the title the CCPs it did not judge: those that counted, and for
 *     a refusal those granted with it, which are sittings of their own
 * @param whole whether the title was awarded on a whole session, with every CCP not settled
 * @param codes of the CCPs this success stands for now; another one after a transfer
 * @param counts whether it counts now
 * @param session id, where one is known
 * @param edition of the minutes it stands in, where Livret keeps them
 */
record Sitting(
    String certification,
    int referentiel,
    LocalDate heldOn,
    Outcome outcome,
    @Nullable String ccp,
    List<String> settled,
    boolean whole,
    List<String> codes,
    boolean counts,
    @Nullable String session,
    @Nullable Integer edition) {

  /** What came of it. */
  enum Outcome {
    AWARDED,
    PARTIAL,
    REFUSED,
    ABSENT
  }

  Sitting {
    settled = List.copyOf(settled);
    codes = List.copyOf(codes);
  }

  /** Whether it is the obtaining of that CCP on that day. */
  boolean is(String code, LocalDate obtainedOn) {
    return ccp != null && heldOn.equals(obtainedOn) && codes.contains(code);
  }

  /** Whether those minutes say it. */
  boolean in(MinutesRef minutes) {
    return minutes.session().equals(session) && Integer.valueOf(minutes.edition()).equals(edition);
  }

  Sitting counting(boolean now) {
    return new Sitting(
        certification,
        referentiel,
        heldOn,
        outcome,
        ccp,
        settled,
        whole,
        codes,
        now,
        session,
        edition);
  }

  Sitting standingFor(List<String> now) {
    return new Sitting(
        certification,
        referentiel,
        heldOn,
        outcome,
        ccp,
        settled,
        whole,
        now,
        !now.isEmpty(),
        session,
        edition);
  }
}
