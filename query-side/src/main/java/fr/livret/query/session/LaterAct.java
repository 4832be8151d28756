package fr.livret.query.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a session beside its minutes: a report that it was not held, its annulment, a
 * refusal to annul it, an appeal against that refusal.
 *
 * @param number of the refusal or the appeal, from 1
 * @param on the day of the act
 * @param before whom an appeal was lodged
 * @param outcome of an appeal
 * @param outcomeOn the day of that outcome; for a report the day a new session was authorised
 * @param text the reason or the remarks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SessionAct")
record LaterAct(
    Kind kind,
    int number,
    LocalDate on,
    @Nullable String before,
    @Nullable String outcome,
    @Nullable LocalDate outcomeOn,
    @Nullable String text,
    @Nullable String legalSource,
    @Nullable String rule) {

  /** What sort of act. */
  enum Kind {
    ABSENCE_REPORT,
    ANNULMENT,
    ANNULMENT_REFUSAL,
    APPEAL
  }

  LaterAct decided(LocalDate day, String what, String why) {
    return new LaterAct(kind, number, on, before, what, day, why, legalSource, rule);
  }
}
