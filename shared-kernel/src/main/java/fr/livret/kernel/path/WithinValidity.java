package fr.livret.kernel.path;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fact lies within the known validity of its référentiel, or in the year the regime grants. */
final class WithinValidity {
  private WithinValidity() {}

  static void require(String field, LocalDate day, LocalDate today, PathFile file, PathLaw law) {
    @Nullable LocalDate from = law.referentiel().validity().from();
    Optional<LocalDate> last =
        CapitalisationWindow.lastDayForFacts(today, file.facts(), law).map(Reckoning::day);
    boolean tooEarly = from != null && day.isBefore(from);
    boolean tooLate = last.isPresent() && day.isAfter(last.get());
    if (tooEarly || tooLate) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("field", field);
      facts.put("date", day);
      facts.put("certification", law.referentiel().code().toString());
      if (from != null) {
        facts.put("validFrom", from);
      }
      last.ifPresent(end -> facts.put("validThrough", end));
      throw law.regime().refuse(Refused.OUTSIDE_VALIDITY, facts);
    }
  }
}
