package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the law needs of a référentiel de certification in one version. The whole document, with
 * what only people read, travels beside it.
 *
 * @param code as in {@code AMIS-2013}
 * @param title in French
 * @param rncp the number of its fiche, where it has one
 * @param level as the document states it
 * @param regime the code of the capitalisation regime paths to it open under
 * @param routes the routes that lead to it
 * @param accesses which accesses are open; one not listed is open
 * @param ccps in the order of the document; never empty
 * @param titleAssessment what a title decision rests on, for each route
 * @param validity known days of validity
 * @param prerequisites what candidates must bring
 * @param ccs its specialisations
 */
public record Referentiel(
    ReferentielCode code,
    String title,
    @Nullable String rncp,
    String level,
    String regime,
    Set<Route> routes,
    List<AccessRule> accesses,
    List<Ccp> ccps,
    Map<Route, List<AssessmentElement>> titleAssessment,
    DateRange validity,
    List<Prerequisite> prerequisites,
    List<Ccs> ccs) {

  /** Throws {@link IllegalArgumentException} without a CCP or when a code stands twice. */
  public Referentiel {
    routes = Set.copyOf(routes);
    accesses = List.copyOf(accesses);
    ccps = List.copyOf(ccps);
    titleAssessment = Map.copyOf(titleAssessment);
    prerequisites = List.copyOf(prerequisites);
    ccs = List.copyOf(ccs);
    if (ccps.isEmpty()) {
      throw new IllegalArgumentException("a référentiel has at least one CCP");
    }
    Set<CcpCode> seen = new HashSet<>();
    for (Ccp ccp : ccps) {
      if (!seen.add(ccp.code())) {
        throw new IllegalArgumentException("CCP " + ccp.code() + " stands twice");
      }
    }
  }

  /** The CCP of that code. */
  public Optional<Ccp> ccp(CcpCode code) {
    return ccps.stream().filter(ccp -> ccp.code().equals(code)).findFirst();
  }

  /** The codes of all CCPs, in the order of the document. */
  public List<CcpCode> ccpCodes() {
    return ccps.stream().map(Ccp::code).toList();
  }

  /** Whether candidates may come by this access; an access the document is silent on is open. */
  public boolean openTo(Access access) {
    return accesses.stream()
        .filter(rule -> rule.access() == access)
        .findFirst()
        .map(AccessRule::open)
        .orElse(true);
  }

  /** What a title decision rests on by this route; empty where the document states nothing. */
  public List<AssessmentElement> titleAssessment(Route route) {
    return titleAssessment.getOrDefault(route, List.of());
  }
}
