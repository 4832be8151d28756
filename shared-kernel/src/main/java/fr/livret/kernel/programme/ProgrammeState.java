package fr.livret.kernel.programme;

import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;

/** Where a programme stands. */
public sealed interface ProgrammeState {

  /** No programme is published under this code. */
  record NoProgramme() implements ProgrammeState {}

  /**
   * @param version of the content in force
   * @param digest SHA-256 of the whole document
   */
  record ProgrammeInForce(int version, Programme content, String digest)
      implements ProgrammeState {}

  /** The state after one more event. */
  static ProgrammeState evolve(ProgrammeState state, ProgrammeEvent event) {
    return switch (event) {
      case ProgrammePublished published ->
          new ProgrammeInForce(published.version(), published.content(), published.digest());
    };
  }
}
