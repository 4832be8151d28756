package fr.livret.kernel.path;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.kernel.referentiel.ValidityChange;
import fr.livret.kernel.vae.VaeFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked about a path. */
public sealed interface PathCommand {
  PathId path();

  /** The day on which the command is given. */
  LocalDate today();

  /** What is decided in the same way wherever an opened path stands. */
  sealed interface Anytime extends PathCommand {}

  /**
   * Opens a path.
   *
   * @param certification the référentiel it leads to
   * @param certificationVersion the version of its content that the path pins
   * @param vaeApplication the application whose recevabilité it is opened on, for the VAE route
   * @param changes what was decided so far about the validity of the référentiel
   */
  record OpenPath(
      PathId path,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      Route route,
      Access access,
      LocalDate openedOn,
      @Nullable VaeFile vaeApplication,
      List<ValidityChange> changes,
      LocalDate today)
      implements PathCommand {
    public OpenPath {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Records a CCP obtained outside a title session.
   *
   * @param session reference of the session, as stated
   * @param minutes the signed PV it stands in, where Livret keeps it
   */
  record RecordCcp(
      PathId path,
      CcpCode ccp,
      LocalDate obtainedOn,
      List<Evaluator> evaluators,
      Set<String> evidence,
      @Nullable String session,
      @Nullable MinutesRef minutes,
      LocalDate today)
      implements PathCommand {
    public RecordCcp {
      evaluators = List.copyOf(evaluators);
      evidence = Set.copyOf(evidence);
    }
  }

  /** Annuls the standing CCP of that code by a reasoned decision. */
  record AnnulCcp(
      PathId path,
      CcpCode ccp,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      LocalDate today)
      implements Anytime {}

  /**
   * Records what the jury decided on the candidate.
   *
   * @param grounds what the decision may rest on beyond the path
   * @param minutes the signed PV it stands in, where Livret keeps it
   */
  record RecordJuryDecision(
      PathId path,
      LocalDate heldOn,
      JuryDecision decision,
      Grounds grounds,
      @Nullable MinutesRef minutes,
      LocalDate today)
      implements PathCommand {}

  /**
   * Records a CCS awarded after the title.
   *
   * @param minutes the signed PV it stands in, where Livret keeps it
   */
  record AwardCcs(
      PathId path,
      String ccs,
      LocalDate obtainedOn,
      Set<String> evidence,
      @Nullable MinutesRef minutes,
      LocalDate today)
      implements PathCommand {
    public AwardCcs {
      evidence = Set.copyOf(evidence);
    }
  }

  /**
   * Undoes on this path whatever stands from a PV that was annulled or replaced. Where nothing of
   * it stands the path only sees the day.
   */
  record AnnulMinutes(
      PathId path,
      MinutesRef minutes,
      LocalDate decidedOn,
      String reason,
      @Nullable String legalSource,
      LocalDate today)
      implements Anytime {}

  /** Withdraws the title by a reasoned decision, as for fraud found later. */
  record WithdrawTitle(PathId path, LocalDate decidedOn, String reason, LocalDate today)
      implements PathCommand {}

  /** Lets a title stand that was called into question, by a reasoned decision. */
  record ConfirmTitle(PathId path, LocalDate decidedOn, String reason, LocalDate today)
      implements PathCommand {}

  /** Withdraws a CCS by a reasoned decision. */
  record WithdrawCcs(PathId path, String ccs, LocalDate decidedOn, String reason, LocalDate today)
      implements Anytime {}

  /**
   * Brings the path to the title that succeeds its own.
   *
   * @param to the title that is to succeed
   * @param revision what the title's authority decided of that, with its equivalences; absent where
   *     it decided nothing
   * @param toVersion the version of the successor's content that the path is to pin
   * @param changes what was decided so far about the validity of the successor
   */
  record TransferPath(
      PathId path,
      ReferentielCode to,
      @Nullable Revision revision,
      int toVersion,
      LocalDate decidedOn,
      List<ValidityChange> changes,
      LocalDate today)
      implements PathCommand {
    public TransferPath {
      changes = List.copyOf(changes);
    }
  }

  /** Records an appeal against a decision of that day. */
  record LodgeAppeal(
      PathId path, LocalDate against, Appeal.Before before, LocalDate lodgedOn, LocalDate today)
      implements Anytime {}

  /**
   * Records the outcome of an appeal.
   *
   * @param number of the appeal on this path, from 1
   */
  record DecideAppeal(
      PathId path,
      int number,
      LocalDate decidedOn,
      Appeal.Outcome outcome,
      String reason,
      LocalDate today)
      implements Anytime {}

  /** Records what a title holder answered on employment. */
  record RecordSurvey(
      PathId path,
      Survey after,
      LocalDate answeredOn,
      boolean employed,
      boolean inOccupation,
      LocalDate today)
      implements PathCommand {}

  /** Tells the path of a decision on the validity of its référentiel. */
  record NoteValidityChange(PathId path, ValidityChange change, LocalDate today)
      implements Anytime {}

  /** A day has come: whatever lapses by then lapses. */
  record WitnessDay(PathId path, LocalDate today) implements Anytime {}
}
