package fr.livret.query.proof;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Step;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A proof as one sentence: what is claimed, then each step with the text behind it. */
abstract class Wording {
  private final Function<Anchor, List<Long>> positions;

  /** The places, in the order of all events, of the facts that recorded a day. */
  Wording(Function<Anchor, List<Long>> positions) {
    this.positions = positions;
  }

  final String sentence(Proof proof) {
    List<String> steps = new ArrayList<>();
    String cited = "";
    for (Step step : proof.reckoning().steps()) {
      String text = step.basis().map(this::cited).orElse("");
      // What the same text says twice in a row is said once.
      steps.add(step(step) + (text.equals(cited) ? "" : text));
      cited = text;
    }
    return claim(proof) + colon() + String.join(semicolon(), steps) + ".";
  }

  /** A recorded day, with the facts that recorded it. */
  final String recorded(Anchor anchor) {
    List<Long> places = positions.apply(anchor);
    return anchor(anchor)
        + (places.isEmpty()
            ? ""
            : " ("
                + fact(places.size())
                + places.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ")");
  }

  final String all(List<Anchor> anchors) {
    return anchors.stream().map(this::recorded).collect(Collectors.joining(", "));
  }

  final String amount(Period period) {
    List<String> parts = new ArrayList<>();
    add(parts, period.getYears(), year());
    add(parts, period.getMonths(), month());
    add(parts, period.getDays(), dayWord());
    return String.join(" ", parts);
  }

  private static void add(List<String> parts, int many, Word word) {
    if (many != 0) {
      parts.add(many + " " + (many == 1 ? word.one() : word.more()));
    }
  }

  /** A word and its plural. */
  record Word(String one, String more) {}

  abstract String colon();

  abstract String semicolon();

  abstract String claim(Proof proof);

  abstract String anchor(Anchor anchor);

  abstract String step(Step step);

  abstract String cited(LegalBasis basis);

  abstract String fact(int many);

  abstract String day(LocalDate day);

  abstract Word year();

  abstract Word month();

  abstract Word dayWord();
}
