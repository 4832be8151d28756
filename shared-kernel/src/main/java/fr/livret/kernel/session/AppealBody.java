package fr.livret.kernel.session;

/** Before whom a refusal to annul is appealed. */
public enum AppealBody {
  /** The minister (recours hiérarchique). */
  HIERARCHICAL,
  /** The administrative court (recours contentieux). */
  CONTENTIOUS
}
