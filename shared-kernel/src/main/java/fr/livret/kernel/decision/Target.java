package fr.livret.kernel.decision;

import fr.livret.kernel.alert.AlertCommand;
import fr.livret.kernel.candidate.CandidateCommand;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeCommand;
import fr.livret.kernel.referentiel.ReferentielCommand;
import fr.livret.kernel.session.SessionCommand;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.vae.VaeCommand;
import fr.livret.kernel.vae.VaeRegisterCommand;

/** Which aggregate a command is for. */
public final class Target {
  private Target() {}

  /**
   * The id under which the facts of a command's aggregate lie.
   *
   * @throws IllegalArgumentException when it is no command
   */
  public static String of(Object command) {
    return switch (command) {
      case PathCommand path -> path.path().toString();
      case CandidateCommand candidate -> candidate.candidate().toString();
      case SessionCommand session -> session.session().toString();
      case ReferentielCommand referentiel -> referentiel.referentiel().toString();
      case AlertCommand alert -> alert.alert().toString();
      case ProgrammeCommand programme -> ofProgramme(programme.programme());
      case TrainingCommand training -> training.training().toString();
      case VaeRegisterCommand register -> register.register().toString();
      case VaeCommand vae -> vae.application().toString();
      default -> throw new IllegalArgumentException("No aggregate takes " + command.getClass());
    };
  }

  /** A programme's facts lie apart from those of a référentiel that has the same code. */
  public static String ofProgramme(ProgrammeCode code) {
    return "programme:" + code;
  }
}
