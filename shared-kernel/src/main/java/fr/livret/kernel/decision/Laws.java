package fr.livret.kernel.decision;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.referentiel.ReferentielCode;

/** Where the law a decision needs beside command and state is found. */
public interface Laws {

  /** The law a command on an opened path is decided under. */
  PathLaw governing(PathFile.Pins pins, PathCommand command);

  /**
   * The law a path is going to pin.
   *
   * @throws Refusal when the command does not open a path
   */
  PathLaw forOpening(PathCommand command);

  /** The law of that edition of a regime and that version of a référentiel. */
  PathLaw of(ReferentielCode certification, int version, RegimeId regime);

  /** The law of that version of a référentiel under the latest edition of its regime. */
  PathLaw latest(ReferentielCode certification, int version);
}
