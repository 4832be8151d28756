package fr.livret.form.person;

/** The names personal data is sealed under: what seals and what opens must say the same. */
public final class PersonalFields {
  public static final String FAMILY_NAME = "familyName";
  public static final String GIVEN_NAME = "givenName";
  public static final String BIRTH_DATE = "birthDate";
  public static final String BIRTH_PLACE = "birthPlace";
  public static final String EMAIL = "email";
  public static final String CERTIFICATE_NUMBER = "certificateNumber";
  public static final String EVALUATOR_NAME = "evaluatorName";
  public static final String VAE_OCCUPATION = "vaeOccupation";

  private PersonalFields() {}
}
