package fr.livret.kernel.session;

import fr.livret.kernel.path.PathId;

/**
 * What an edition of the minutes, or their annulment, brings to the path of one candidate.
 *
 * @param edition whose decision is recorded or undone
 */
public record Effect(Kind kind, PathId path, int edition) {

  /** What is done on the path. */
  public enum Kind {
    /** What the edition decides is recorded, once what an earlier one decided is undone. */
    RECORD,
    /** What the edition decided is undone. */
    UNDO
  }
}
