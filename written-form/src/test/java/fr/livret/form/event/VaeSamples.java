package fr.livret.form.event;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.ExperienceCount;
import fr.livret.kernel.vae.ExperienceKind;
import fr.livret.kernel.vae.ExperiencePeriod;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeCause;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeEvent.CompletenessRecorded;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapseReversed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapsed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteRefused;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteUsed;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import fr.livret.kernel.vae.VaeEvent.SupplementRequested;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeRegisterEvent.FilingCounted;
import fr.livret.kernel.vae.VaeRegisterId;
import fr.livret.kernel.vae.VaeUse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Samples of the events of VAE applications. */
final class VaeSamples {
  static final VaeApplicationId APPLICATION =
      VaeApplicationId.of("2c4d5a10-0b1f-4a57-9d1c-5c1f7e1a0c42");
  static final Recevabilite RECEVABILITE =
      new Recevabilite(
          APPLICATION,
          new RegimeId("VAE-2002", 1),
          Set.of(new CcpCode("CCP2"), new CcpCode("CCP1")),
          day("2013-12-02"),
          day("2014-12-02"),
          day("2014-06-02"));
  private static final CandidateId CANDIDATE =
      CandidateId.of("0e3a5b52-2c52-4a43-8f43-7d1f2f4b6a77");
  private static final ReferentielCode AMIS = new ReferentielCode("AMIS-2013");
  private static final String RULE = "VAE-2002/1#vae.silence";
  private static final VaeCause CAUSE =
      new VaeCause(VaeCause.Kind.DECISION_NOTIFIED, day("2013-12-02"));

  private VaeSamples() {}

  static List<Record> full() {
    return List.of(
        new FilingCounted(
            VaeRegisterId.of(CANDIDATE),
            CANDIDATE,
            APPLICATION,
            AMIS,
            day("2013-11-04"),
            true,
            "VAE-2024/1#vae.quota-blocs"),
        filed(
            Set.of(new CcpCode("CCP2"), new CcpCode("CCP1")),
            List.of(
                new ExperiencePeriod(
                    day("2009-03-02"),
                    day("2011-03-01"),
                    ExperienceKind.VOLUNTARY,
                    new SealedText(CANDIDATE.person(), "bcOpdGllcg=="),
                    new BigDecimal("0.5"),
                    true))),
        new CompletenessRecorded(APPLICATION, day("2013-11-12"), RULE),
        new SupplementRequested(
            APPLICATION,
            day("2013-11-08"),
            List.of("Attestation d'employeur", "Curriculum vitæ"),
            "VAE-2024/1#vae.supplement"),
        new RecevabiliteGranted(
            APPLICATION,
            day("2013-11-28"),
            day("2013-12-02"),
            "Dossier complet",
            day("2014-12-02"),
            day("2014-06-02"),
            "VAE-2002/1#vae.validity"),
        new RecevabiliteRefused(
            APPLICATION,
            day("2013-11-28"),
            day("2013-12-02"),
            "Sans rapport avec le titre",
            "VAE-2002/1#vae.decision"),
        new SilenceTookEffect(
            APPLICATION,
            day("2013-11-04"),
            day("2014-01-04"),
            day("2014-01-05"),
            VaeOutcome.REFUSED,
            RULE),
        new SilenceReversed(APPLICATION, day("2014-01-04"), VaeOutcome.REFUSED, CAUSE),
        new LateDecisionRecorded(
            APPLICATION,
            day("2014-01-10"),
            day("2014-01-13"),
            VaeOutcome.GRANTED,
            "Examiné le 10",
            VaeOutcome.REFUSED,
            day("2014-01-05"),
            "VAE-2002/1#vae.decision"),
        new RecevabiliteUsed(
            APPLICATION,
            new VaeUse(
                VaeUse.Kind.SESSION_HELD,
                "6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11",
                day("2014-05-20")),
            "VAE-2002/1#vae.use"),
        new RecevabiliteLapsed(
            APPLICATION, day("2014-12-02"), day("2014-12-03"), "VAE-2002/1#vae.validity"),
        new RecevabiliteLapseReversed(APPLICATION, day("2014-12-02"), CAUSE));
  }

  static List<Record> sparse() {
    return List.of(
        filed(
            Set.of(),
            List.of(
                new ExperiencePeriod(
                    day("2009-03-02"),
                    day("2011-03-01"),
                    ExperienceKind.EMPLOYED,
                    null,
                    BigDecimal.ONE,
                    false))),
        new RecevabiliteGranted(
            APPLICATION, day("2013-11-28"), day("2013-12-02"), null, null, null, RULE),
        new RecevabiliteRefused(APPLICATION, day("2013-11-28"), day("2013-12-02"), null, RULE),
        new LateDecisionRecorded(
            APPLICATION,
            day("2014-01-10"),
            day("2014-01-13"),
            VaeOutcome.GRANTED,
            null,
            VaeOutcome.REFUSED,
            day("2014-01-05"),
            RULE));
  }

  private static ApplicationFiled filed(Set<CcpCode> blocs, List<ExperiencePeriod> experience) {
    return new ApplicationFiled(
        APPLICATION,
        CANDIDATE,
        AMIS,
        2,
        new RegimeId("VAE-2002", 1),
        day("2013-11-04"),
        blocs,
        experience,
        ExperienceCount.of(experience, Set.of(ExperienceKind.VOLUNTARY)),
        "VAE-2002/1#vae.experience");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
