package fr.livret.kernel.vae;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Validity;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterEvent.FilingCounted;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application may be filed. The register decides, for it alone knows what the candidate
 * has filed in the same civil year.
 */
public final class VaeRegisterDecider {
  private final FileVaeApplication command;
  private final VaeRegisterState state;
  private final VaeLaw law;

  private VaeRegisterDecider(FileVaeApplication command, VaeRegisterState state, VaeLaw law) {
    this.command = command;
    this.state = state;
    this.law = law;
  }

  /**
   * What a filing gives: its place in the register, and the application itself.
   *
   * @param counted the register's event
   * @param filed the first event of the application
   */
  public record Filing(FilingCounted counted, ApplicationFiled filed) {}

  /** Pure: the same command on the same state gives the same events or the same refusal. */
  public static Filing decide(VaeRegisterCommand command, VaeRegisterState state, VaeLaw law) {
    return switch (command) {
      case FileVaeApplication file -> new VaeRegisterDecider(file, state, law).file();
    };
  }

  private Filing file() {
    Days.requirePast("filedOn", command.filedOn(), command.today());
    requireRoute();
    requireValidTitle();
    command.blocs().stream().sorted().forEach(this::requireCcp);
    command.experience().forEach(this::requireOrder);
    ExperienceCount counted = ExperienceCount.of(command.experience(), law.regime().counting());
    requireExperience(counted);
    boolean exempt = law.regime().quota().blocsExempt() && !command.blocs().isEmpty();
    if (!exempt) {
      requireQuota();
    }
    return new Filing(
        new FilingCounted(
            command.register(),
            command.candidate(),
            command.application(),
            command.certification(),
            command.filedOn(),
            exempt,
            law.regime().rule(exempt ? RuleName.VAE_QUOTA_BLOCS : RuleName.VAE_QUOTA)),
        new ApplicationFiled(
            command.application(),
            command.candidate(),
            command.certification(),
            law.version(),
            law.regime().id(),
            command.filedOn(),
            command.blocs(),
            command.experience(),
            counted,
            law.regime().rule(RuleName.VAE_EXPERIENCE)));
  }

  private void requireRoute() {
    if (!law.referentiel().routes().contains(Route.VAE)) {
      throw law.regime()
          .refuse(
              Refused.ROUTE_NOT_OPEN,
              Map.of("certification", command.certification().toString(), "route", "VAE"));
    }
  }

  private void requireValidTitle() {
    @Nullable LocalDate from = law.referentiel().validity().from();
    Optional<LocalDate> last =
        new Validity(law.referentiel().validity(), command.changes())
            .lastDayForFacts(command.today(), law.capitalisation())
            .map(Reckoning::day);
    boolean tooEarly = from != null && command.filedOn().isBefore(from);
    if (tooEarly || last.filter(end -> command.filedOn().isAfter(end)).isPresent()) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("field", "filedOn");
      facts.put("date", command.filedOn());
      facts.put("certification", command.certification().toString());
      if (from != null) {
        facts.put("validFrom", from);
      }
      last.ifPresent(end -> facts.put("validThrough", end));
      throw law.regime().refuse(Refused.OUTSIDE_VALIDITY, facts);
    }
  }

  private void requireCcp(CcpCode ccp) {
    if (law.referentiel().ccp(ccp).isEmpty()) {
      throw law.regime()
          .refuse(
              Refused.CCP_UNKNOWN,
              Map.of(
                  "ccp", ccp.value(),
                  "certification", command.certification().toString(),
                  "known", law.referentiel().ccpCodes().toString()));
    }
  }

  /** What is counted was lived by the day of filing. */
  private void requireOrder(ExperiencePeriod period) {
    int place = command.experience().indexOf(period);
    Days.requirePossible("experience[" + place + "].from", period.from());
    Days.requirePossible("experience[" + place + "].to", period.to());
    if (period.to().isBefore(period.from()) || period.to().isAfter(command.filedOn())) {
      throw law.regime()
          .refuse(
              Refused.DATES_OUT_OF_ORDER,
              Map.of(
                  "field", "experience[" + place + "]",
                  "from", period.from(),
                  "to", period.to(),
                  "filedOn", command.filedOn()));
    }
  }

  private void requireExperience(ExperienceCount counted) {
    @Nullable Period required = law.regime().experience();
    if (required != null && !counted.reaches(required)) {
      throw law.regime()
          .refuse(
              Refused.EXPERIENCE_TOO_SHORT,
              Map.of(
                  "counted", inWords(counted.length()),
                  "countedPeriod", counted.length().toString(),
                  "required", inWords(required),
                  "requiredPeriod", required.toString(),
                  "filedOn", command.filedOn()));
    }
  }

  private static String inWords(Period period) {
    return "%d years %d months %d days"
        .formatted(period.getYears(), period.getMonths(), period.getDays());
  }

  private void requireQuota() {
    int year = command.filedOn().getYear();
    QuotaRule quota = law.regime().quota();
    List<FilingCounted> same = state.countedIn(year, command.certification());
    if (same.size() >= quota.perCertification()) {
      throw law.regime()
          .refuse(
              Refused.QUOTA_CERTIFICATION,
              Map.of(
                  "certification", command.certification().toString(),
                  "year", year,
                  "allowed", quota.perCertification(),
                  "filed", filed(same)));
    }
    List<FilingCounted> all = state.countedIn(year);
    if (all.size() >= quota.total()) {
      throw law.regime()
          .refuse(
              Refused.QUOTA_TOTAL,
              Map.of("year", year, "allowed", quota.total(), "filed", filed(all)));
    }
  }

  private static List<String> filed(List<FilingCounted> filings) {
    return filings.stream().map(one -> one.certification() + " " + one.filedOn()).toList();
  }
}
