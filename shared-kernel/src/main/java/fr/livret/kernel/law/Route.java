package fr.livret.kernel.law;

/** How a title is sought. */
public enum Route {
  /** Parcours continu de formation. */
  TRAINING,
  /** Parcours discontinu: the CCPs one by one. */
  CAPITALISATION,
  /** Validation des acquis de l'expérience. */
  VAE
}
