package fr.livret.query.audit;

import fr.livret.form.decision.Decision;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.alert.AlertCommand.RaiseAlert;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import fr.livret.kernel.candidate.CandidateCommand.RegisterCandidate;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathCommand.WithdrawTitle;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielCommand.CloseTitle;
import fr.livret.query.MovableClock;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decisions of each outcome, stored as the command side stores them. */
public final class Judged {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final LawNames LAWS =
      new LawNames(
          new RegimeId("TP-2016", 1),
          new LawNames.Version(new ReferentielCode("AMIS-2023"), 2),
          new RegimeId("VAE-2024", 1),
          new ProgrammeVersion(new ProgrammeCode("AMIS"), 3),
          null);

  private final World world;

  /** In that world. */
  public Judged(World world) {
    this.world = world;
  }

  /** One who registers. */
  public CandidateId registered(String familyName, String day) {
    CandidateId id = new CandidateId(UUID.randomUUID());
    SealedText name = world.persons().seal(id.person(), PersonalFields.FAMILY_NAME, familyName);
    SealedText given = world.persons().seal(id.person(), PersonalFields.GIVEN_NAME, "Zoé");
    SealedText born = world.persons().seal(id.person(), PersonalFields.BIRTH_DATE, "1984-05-12");
    Identity identity = new Identity(name, List.of(given), born, null, null);
    world.decided(
        new Decision(
            new RegisterCandidate(id, identity, TODAY), 0, 1, Map.of(), Map.of(), LawNames.NONE),
        "candidate",
        id.toString(),
        MovableClock.noon(day),
        List.of(new CandidateRegistered(id, identity, TODAY)));
    return id;
  }

  /** A refusal on that path. */
  public void refused(PathId path, String day) {
    world.decided(
        Decision.withoutFacts(new WithdrawTitle(path, TODAY, "Fraude \u0000", TODAY), 5, LAWS),
        "audit",
        UUID.randomUUID().toString(),
        MovableClock.noon(day),
        List.of(
            new CommandRefused(
                path.toString(),
                "WithdrawTitle",
                "NO_TITLE",
                "COMMON/1#title.withdrawal",
                Map.of("path", path.toString(), "date", "2026-11-02"),
                TODAY)));
  }

  /** An alert's decision that names that path. */
  public void alerted(PathId path, String day) {
    Deadline deadline =
        new Deadline(
            Subject.WINDOW,
            path.value(),
            "AMIS-2023",
            new CandidateId(UUID.randomUUID()),
            TODAY.plusMonths(3),
            "TP-2016/1#window.length");
    RaiseAlert command = new RaiseAlert(deadline, 3, Set.of("mail"), TODAY);
    world.decided(
        new Decision(command, 0, 1, Map.of(), Map.of(), LAWS),
        "alert",
        command.alert().toString(),
        MovableClock.noon(day),
        List.of(new AlertRaised(command.alert(), deadline, 3, 1, Set.of("mail"), TODAY)));
  }

  /** One that changes nothing. */
  public void withoutEffect(String code, String day) {
    world.decided(
        Decision.withoutFacts(
            new CloseTitle(new ReferentielCode(code), TODAY, "Arrêté", TODAY), 2, LawNames.NONE),
        "audit",
        UUID.randomUUID().toString(),
        MovableClock.noon(day),
        List.of(new CommandWithoutEffect(code, "CloseTitle", TODAY)));
  }
}
