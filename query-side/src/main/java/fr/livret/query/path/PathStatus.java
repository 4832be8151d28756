package fr.livret.query.path;

/** Where a path stands. */
public enum PathStatus {
  /** On the way to the title. */
  OPEN,
  /** The title is awarded; whether it is in question is told beside. */
  TITLE_AWARDED,
  /** The title was taken back by a decision. */
  TITLE_WITHDRAWN
}
