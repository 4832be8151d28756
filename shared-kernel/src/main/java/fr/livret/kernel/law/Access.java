package fr.livret.kernel.law;

/** Under which status a candidate comes to a certification (voie d'accès of the fiche RNCP). */
public enum Access {
  CONTINUING_EDUCATION,
  PROFESSIONALISATION_CONTRACT,
  APPRENTICESHIP,
  INITIAL_EDUCATION,
  INDIVIDUAL,
  EXPERIENCE;

  /** The access a route implies where none is stated. */
  public static Access impliedBy(Route route) {
    return switch (route) {
      case TRAINING, CAPITALISATION -> CONTINUING_EDUCATION;
      case VAE -> EXPERIENCE;
    };
  }
}
