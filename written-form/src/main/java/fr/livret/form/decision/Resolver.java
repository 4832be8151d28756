package fr.livret.form.decision;

import fr.livret.kernel.decision.Laws;
import java.util.List;

/** Where what a command was sent with, beside its own content, is found again. */
public interface Resolver {

  /**
   * The first facts of an aggregate.
   *
   * @param number how many; fewer come back where fewer are recorded
   */
  List<?> facts(String aggregate, long number);

  /** The law by its editions and versions. */
  Laws laws();
}
