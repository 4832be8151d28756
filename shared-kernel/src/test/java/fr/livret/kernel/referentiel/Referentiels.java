package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The four référentiels, as much of them as the law needs. */
public final class Referentiels {
  public static final CcpCode CCP1 = new CcpCode("CCP1");
  public static final CcpCode CCP2 = new CcpCode("CCP2");
  public static final CcpCode CCP3 = new CcpCode("CCP3");

  /** What every CCP of these référentiels rests on. */
  public static final Set<String> CCP_EVIDENCE = Set.of("MISE_EN_SITUATION", "DSPP");

  /** What a title of these référentiels rests on, whatever the route; more than some ask for. */
  public static final Set<String> TITLE_EVIDENCE =
      Set.of("EFA", "DSPP", "EPREUVE_DE_SYNTHESE", "MISE_EN_SITUATION", "QUESTIONNEMENT");

  private static final List<AssessmentElement> CCP_ASSESSMENT =
      List.of(
          required("MISE_EN_SITUATION"),
          required("DSPP"),
          new AssessmentElement("EN_SITUATION_DE_TRAVAIL", "", null, false, "MISE_EN_SITUATION"),
          new AssessmentElement("QUESTIONS_DIVERSES", "", 10, false, null));

  private static final Map<Route, List<AssessmentElement>> OF_A_SESSION =
      Map.of(
          Route.TRAINING,
              List.of(
                  required("EFA"),
                  required("DSPP"),
                  required("EPREUVE_DE_SYNTHESE"),
                  required("ENTRETIEN")),
          Route.VAE,
              List.of(required("DSPP"), required("EPREUVE_DE_SYNTHESE"), required("ENTRETIEN")));

  public static final Referentiel TMS_2004 =
      referentiel("TMS-2004", "TP-2002", "2004-08-05", "2012-05-15");

  public static final Referentiel AMIS_2013 =
      referentiel("AMIS-2013", "TP-2006", "2011-07-02", null);

  public static final Referentiel AMIS_2023 =
      with(
          referentiel("AMIS-2023", "TP-2016", "2023-07-17", "2028-07-02"),
          Map.of(
              Route.TRAINING, List.of(required("MISE_EN_SITUATION"), required("QUESTIONNEMENT")),
              Route.VAE, List.of(required("MISE_EN_SITUATION"), required("QUESTIONNEMENT"))),
          List.of(
              new Prerequisite("SST", "Sauveteur secouriste", Prerequisite.RequiredFor.TITLE),
              new Prerequisite("FRANCAIS", "Français", Prerequisite.RequiredFor.ENTRY)));

  /** Not one of the four: under TP-2016 while the binôme still granted CCPs. */
  public static final Referentiel ILLUSTRATIVE_2016 =
      referentiel("ILLUSTRATIVE-2016", "TP-2016", "2016-07-02", null);

  public static final Referentiel AICMP_2022 =
      new Referentiel(
          new ReferentielCode("AICMP-2022"),
          "AICMP",
          "36524",
          "4",
          "RNCP-PRIVATE",
          Set.of(Route.TRAINING, Route.VAE),
          List.of(
              new AccessRule(Access.INDIVIDUAL, false, null),
              new AccessRule(Access.APPRENTICESHIP, false, null),
              new AccessRule(Access.CONTINUING_EDUCATION, true, null)),
          ccps("BC01", "BC02", "BC03", "BC04", "BC05"),
          Map.of(),
          new DateRange(null, LocalDate.parse("2024-06-01")),
          List.of(),
          List.of());

  private Referentiels() {}

  /** The same référentiel with other known days of validity. */
  public static Referentiel valid(
      Referentiel of, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new Referentiel(
        of.code(),
        of.title(),
        of.rncp(),
        of.level(),
        of.regime(),
        of.routes(),
        of.accesses(),
        of.ccps(),
        of.titleAssessment(),
        new DateRange(from, to),
        of.prerequisites(),
        of.ccs());
  }

  private static Referentiel referentiel(
      String code, String regime, String from, @Nullable String to) {
    return new Referentiel(
        new ReferentielCode(code),
        code,
        null,
        "V",
        regime,
        Set.of(Route.values()),
        List.of(),
        ccps("CCP1", "CCP2", "CCP3"),
        OF_A_SESSION,
        new DateRange(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
        List.of(),
        List.of(new Ccs("CCS1", "Illustrative", List.of(required("DSPP")))));
  }

  private static Referentiel with(
      Referentiel of,
      Map<Route, List<AssessmentElement>> titleAssessment,
      List<Prerequisite> prerequisites) {
    return new Referentiel(
        of.code(),
        of.title(),
        of.rncp(),
        of.level(),
        of.regime(),
        of.routes(),
        of.accesses(),
        of.ccps(),
        titleAssessment,
        of.validity(),
        prerequisites,
        of.ccs());
  }

  private static List<Ccp> ccps(String... codes) {
    return Stream.of(codes)
        .map(code -> new Ccp(new CcpCode(code), code, List.of(), CCP_ASSESSMENT))
        .toList();
  }

  private static AssessmentElement required(String code) {
    return new AssessmentElement(code, code, null, true, null);
  }
}
