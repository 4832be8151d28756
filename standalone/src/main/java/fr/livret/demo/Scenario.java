package fr.livret.demo;

import java.util.List;

/**
 * The story of one candidate.
 *
 * @param plot what kind of story it is, as in {@code AMIS-2013 window slid}
 * @param steps in the order in which they are recorded, which need not be that of their days
 */
record Scenario(String plot, Person person, List<Step> steps) {
  Scenario {
    steps = List.copyOf(steps);
  }
}
