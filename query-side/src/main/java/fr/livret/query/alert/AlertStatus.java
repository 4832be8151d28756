package fr.livret.query.alert;

/** Where an alert stands, as answered. */
enum AlertStatus {
  /** It stands, and nobody has said to have taken notice. */
  RAISED,
  /** It stands, and somebody has taken notice. */
  ACKNOWLEDGED,
  /** What it announced no longer holds. */
  CANCELLED
}
