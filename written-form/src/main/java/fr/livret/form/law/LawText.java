package fr.livret.form.law;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.RuleName;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What every file of rules has: its name, the days its texts were in force, rules with a basis. */
final class LawText {
  /** The code under which the rules of every regime are stated. */
  static final String COMMON = "COMMON";

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]*");

  private final Problems problems;
  private final Section top;
  private final RegimeId id;
  private final RuleName.Scope scope;
  private final String title;
  private final DateRange inForce;
  private final Section rules;
  private final Map<RuleName, LegalBasis> bases = new EnumMap<>(RuleName.class);

  private LawText(Section top, Problems problems) {
    this.problems = problems;
    this.top = top;
    this.id =
        new RegimeId(
            top.required("code").shaped(CODE, 40, "upper-case ASCII letters, digits and -"),
            top.required("edition").whole(1, 999));
    this.scope =
        id.code().equals(COMMON)
            ? RuleName.Scope.COMMON
            : top.optional("scope")
                .map(entry -> entry.one(OfARegime.class).scope)
                .orElse(RuleName.Scope.CAPITALISATION);
    this.title = top.required("title").words();
    this.inForce = inForce(top.required("inForce").section());
    this.rules = top.required("rules").section();
  }

  /** The heading of a file; empty when it is no group of fields at all. */
  static Optional<LawText> read(String text, Problems problems) {
    return TextForm.read(text, problems)
        .map(root -> new LawText(Entry.root(root, problems).section(), problems));
  }

  /** What the regime of a file governs; without a word of it, how CCPs add up to a title. */
  private enum OfARegime {
    CAPITALISATION(RuleName.Scope.CAPITALISATION),
    VAE(RuleName.Scope.VAE);

    private final RuleName.Scope scope;

    OfARegime(RuleName.Scope scope) {
      this.scope = scope;
    }
  }

  private static DateRange inForce(Section section) {
    DateRange days = section.days("from", "to");
    section.optional("source").ifPresent(Entry::words);
    section.optional("mark").ifPresent(mark -> mark.named(Mark.class, Mark::sign, "one of "));
    section.close();
    return days;
  }

  RegimeId id() {
    return id;
  }

  String title() {
    return title;
  }

  DateRange inForce() {
    return inForce;
  }

  Problems problems() {
    return problems;
  }

  /** Where the file states its edition, for a problem of the file as a whole. */
  Entry edition() {
    return top.required("edition");
  }

  boolean common() {
    return scope == RuleName.Scope.COMMON;
  }

  /** Which rules it states. */
  RuleName.Scope scope() {
    return scope;
  }

  /** Where a rule stands. */
  Entry place(RuleName rule) {
    return rules.required(rule.key());
  }

  /** The fields of a rule, after its legal basis was read from them; the caller closes it. */
  Section rule(RuleName rule) {
    Entry place = place(rule);
    Section section = place.section();
    bases.put(
        rule,
        new LegalBasis(
            id.text() + "#" + rule.key(),
            section.required("source").words(),
            section.required("citation").words(),
            section.required("mark").named(Mark.class, Mark::sign, "one of "),
            problems.file() + ":" + place.line()));
    return section;
  }

  /** The bases of the rules read so far. */
  Map<RuleName, LegalBasis> bases() {
    return bases;
  }

  /** Notes a rule of the other kind, and all that is not known. */
  void close() {
    for (RuleName rule : RuleName.values()) {
      if (rule.scope() != scope) {
        rules.optional(rule.key()).ifPresent(place -> place.problem(elsewhere(rule)));
      }
    }
    rules.close();
    top.close();
  }

  private String elsewhere(RuleName rule) {
    if (common()) {
      return "is stated by each regime, not in " + COMMON;
    }
    return switch (rule.scope()) {
      case COMMON -> "is a rule of every regime, stated once in " + COMMON;
      case CAPITALISATION -> "is a rule of capitalisation regimes, not of a VAE regime";
      case VAE -> "is a rule of VAE regimes, not of a capitalisation regime";
    };
  }
}
