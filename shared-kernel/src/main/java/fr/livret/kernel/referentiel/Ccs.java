package fr.livret.kernel.referentiel;

import java.util.List;

/**
 * A specialisation after the title.
 *
 * @param code unique in its référentiel
 * @param title in French
 * @param assessment what its award rests on, beyond what the regime asks for
 */
public record Ccs(String code, String title, List<AssessmentElement> assessment) {
  public Ccs {
    assessment = List.copyOf(assessment);
  }
}
