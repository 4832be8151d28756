package fr.livret.kernel.vae;

/** How an occupation was exercised. */
public enum ExperienceKind {
  EMPLOYED,
  SELF_EMPLOYED,
  VOLUNTARY,
  /** Initial or continuing training, internships. */
  TRAINING
}
