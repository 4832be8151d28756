package fr.livret.kernel.path;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeStanding;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a recevabilité allows a path: to be opened while it is in force, to come to a first session
 * while it is valid, and to be granted what was asked for.
 */
final class OnRecevabilite {
  private OnRecevabilite() {}

  /** The recevabilité a path on the VAE route is opened on. */
  static Recevabilite toOpen(OpenPath command, PathLaw law) {
    @Nullable VaeFile application = command.vaeApplication();
    @Nullable VaeRegime regime = law.vae();
    if (application == null || regime == null) {
      throw required("NO_APPLICATION", command, law);
    }
    if (!application.pins().candidate().equals(command.candidate())) {
      throw required("OF_ANOTHER_CANDIDATE", command, law);
    }
    if (!application.pins().certification().equals(command.certification())) {
      throw required("FOR_ANOTHER_CERTIFICATION", command, law);
    }
    VaeStanding standing = VaeStanding.asOf(command.openedOn(), application, regime);
    @Nullable Recevabilite granted = standing.recevabilite();
    if (granted == null) {
      throw required(standing.situation().name(), command, law);
    }
    granted
        .lastDay()
        .filter(last -> command.openedOn().isAfter(last))
        .ifPresent(last -> {
          throw lapsed("openedOn", command.openedOn(), last, granted, regime);
        });
    return granted;
  }

  private static Refusal required(String why, OpenPath command, PathLaw law) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("route", "VAE");
    facts.put("openedOn", command.openedOn());
    facts.put("recevabilite", why);
    @Nullable VaeFile application = command.vaeApplication();
    if (application != null) {
      facts.put("vaeApplicationId", application.pins().application().toString());
    }
    return law.regime().refuse(Refused.RECEVABILITE_REQUIRED, facts);
  }

  /**
   * A first session needs a recevabilité that is still valid. Once one was held on it, what it
   * opened goes on: the candidate capitalises what is left.
   */
  static void requireInForce(String field, LocalDate day, PathFile file, PathLaw law) {
    @Nullable Recevabilite on = file.recevabilite();
    @Nullable VaeRegime regime = law.vae();
    if (on == null || regime == null) {
      return;
    }
    @Nullable LocalDate last = on.validThrough();
    if (last != null && day.isAfter(last) && !usedBy(day, file)) {
      throw lapsed(field, day, last, on, regime);
    }
  }

  private static boolean usedBy(LocalDate day, PathFile file) {
    return !file.facts().standingOn(day).isEmpty()
        || file.facts().refusals().stream().anyMatch(one -> !one.heldOn().isAfter(day));
  }

  private static Refusal lapsed(
      String field, LocalDate day, LocalDate last, Recevabilite on, VaeRegime regime) {
    Reckoning stated = Reckoning.from(Anchor.of(Anchor.Kind.RECEVABILITE_STATED, last), null);
    return regime.refuse(
        Refused.RECEVABILITE_LAPSED,
        Map.of(
            "field",
            field,
            "date",
            day,
            "notifiedOn",
            on.notifiedOn(),
            on.startBy() == null ? "validThrough" : "startBy",
            last,
            "lapsedOn",
            regime.unusedAfter(stated).day(),
            "vaeApplicationId",
            on.application().toString(),
            "vaeRegime",
            on.regime().text()));
  }

  /** Whether the application asked for chosen CCPs, not for the title. */
  static boolean ofBlocs(PathFile file) {
    @Nullable Recevabilite on = file.recevabilite();
    return on != null && !on.blocs().isEmpty();
  }

  static void requireAskedFor(Set<CcpCode> granted, PathFile file, PathLaw law) {
    @Nullable Recevabilite on = file.recevabilite();
    if (on != null && ofBlocs(file) && !on.blocs().containsAll(granted)) {
      throw exceeded(new TreeSet<>(granted).toString(), on, law);
    }
  }

  static void requireTitleAskedFor(PathFile file, PathLaw law) {
    @Nullable Recevabilite on = file.recevabilite();
    if (on != null && ofBlocs(file)) {
      throw exceeded("TITLE", on, law);
    }
  }

  private static Refusal exceeded(String decided, Recevabilite on, PathLaw law) {
    Map<String, Object> facts =
        Map.of(
            "decided", decided,
            "askedFor", new TreeSet<>(on.blocs()).toString(),
            "vaeApplicationId", on.application().toString());
    @Nullable VaeRegime regime = law.vae();
    return regime == null
        ? Refusal.of(Refused.VAE_TARGET_EXCEEDED, facts)
        : regime.refuse(Refused.VAE_TARGET_EXCEEDED, facts);
  }
}
