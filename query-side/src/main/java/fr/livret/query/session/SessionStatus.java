package fr.livret.query.session;

/** How far a session has come. */
enum SessionStatus {
  PLANNED,
  /** Who was present is recorded. */
  HELD,
  /** Too few members came. */
  NOT_HELD,
  SIGNED,
  REGISTERED,
  NOTIFIED,
  ANNULLED
}
