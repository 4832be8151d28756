package fr.livret.kernel.session;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.CcpCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A candidate of a session.
 *
 * @param path what is decided is recorded on it
 * @param ccps those sought, at a session of CCPs
 * @param ccs the one sought, at a session of a CCS
 * @param organisations codes or names of the companies and organisations where the candidate works,
 *     worked or was trained
 */
public record Candidacy(
    PathId path,
    CandidateId candidate,
    Route route,
    Set<CcpCode> ccps,
    @Nullable String ccs,
    Set<String> organisations) {
  public Candidacy {
    ccps = Set.copyOf(ccps);
    organisations = Set.copyOf(organisations);
  }
}
