package fr.livret.evidence;

/**
 * A checkpoint that a known key has signed.
 *
 * @param checkpoint what it says
 * @param note the whole note, its signatures behind the text
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {}
