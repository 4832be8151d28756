package fr.livret.kernel.programme;

/**
 * One version of a programme, never changed again.
 *
 * @param number 1 for the first content, one more for each change
 */
public record ProgrammeVersion(ProgrammeCode code, int number) {}
