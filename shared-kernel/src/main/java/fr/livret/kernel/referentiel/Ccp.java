package fr.livret.kernel.referentiel;

import java.util.List;

/**
 * One of the units a title is made of.
 *
 * @param code unique in its référentiel
 * @param title in French, as the référentiel words it
 * @param competences in French, as the référentiel words them
 * @param assessment what its award rests on
 */
public record Ccp(
    CcpCode code, String title, List<String> competences, List<AssessmentElement> assessment) {
  public Ccp {
    competences = List.copyOf(competences);
    assessment = List.copyOf(assessment);
  }
}
