package fr.livret.form.law;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.Module;
import fr.livret.kernel.programme.Programme.PlannedHours;
import fr.livret.kernel.programme.Programme.Threshold;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a programme: strictly what the rules need, freely what only people read. */
final class ProgrammeReader {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]*");
  private static final int MOST_ITEMS = 200;
  private static final int LONGEST_MONTHS = 120;
  private static final BigDecimal LEAST_HOURS = new BigDecimal("0.25");
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);
  private static final Set<String> FREE = Set.of("rhythm", "documentation", "marks", "notes");

  private final Section document;
  private final Set<String> codes = new HashSet<>();

  private ProgrammeReader(Section document) {
    this.document = document;
  }

  /** The programme; empty when the document has problems, which are then noted. */
  static Optional<Programme> read(Entry root) {
    return new ProgrammeReader(root.section()).read(root.problems());
  }

  private Optional<Programme> read(Problems problems) {
    String code = code(document.required("code"));
    String title = document.required("title").words();
    String certification = code(document.required("certification"));
    String source = document.required("source").words();
    List<Integer> months =
        limited(document.required("months")).stream()
            .map(entry -> entry.whole(1, LONGEST_MONTHS))
            .toList();
    Entry hoursEntry = document.required("hours");
    PlannedHours hours = hours(hoursEntry);
    Entry blocsEntry = document.required("blocs");
    List<Bloc> blocs = limited(blocsEntry).stream().map(this::bloc).toList();
    if (blocs.isEmpty()) {
      blocsEntry.problem("must have at least one bloc");
    }
    Optional<Threshold> positioning =
        document.optional("positioning").map(ProgrammeReader::threshold);
    document.free(FREE);
    document.close();
    if (problems.none()) {
      Programme.sumFlaw(hours, blocs).ifPresent(hoursEntry::problem);
    }
    if (!problems.none()) {
      return Optional.empty();
    }
    return Optional.of(
        new Programme(
            new ProgrammeCode(code),
            title,
            new ReferentielCode(certification),
            source,
            months,
            hours,
            blocs,
            positioning.orElse(null)));
  }

  private static String code(Entry entry) {
    return entry.shaped(CODE, 40, "1 to 40 upper-case ASCII letters, digits and hyphens");
  }

  /** One number, or what lies between two. */
  private static PlannedHours hours(Entry entry) {
    if (entry.isNumber()) {
      BigDecimal total = hoursOf(entry);
      return new PlannedHours(total, total);
    }
    Section section = entry.section();
    BigDecimal atLeast = hoursOf(section.required("atLeast"));
    Entry most = section.required("atMost");
    BigDecimal atMost = hoursOf(most);
    section.close();
    if (atMost.compareTo(atLeast) < 0) {
      most.problem("is " + atMost + ", less than atLeast, " + atLeast);
      return new PlannedHours(atLeast, atLeast);
    }
    return new PlannedHours(atLeast, atMost);
  }

  private static BigDecimal hoursOf(Entry entry) {
    return entry.number(LEAST_HOURS, MOST_HOURS);
  }

  private Bloc bloc(Entry entry) {
    Section section = entry.section();
    String code = once(section.required("code"), codes);
    String title = section.required("title").words();
    Set<String> served = new HashSet<>();
    List<CcpCode> ccps =
        limited(section.required("ccps")).stream()
            .map(ccp -> new CcpCode(once(ccp, served)))
            .toList();
    List<Module> modules =
        section
            .optional("modules")
            .map(all -> limited(all).stream().map(this::module).toList())
            .orElse(List.of());
    section.close();
    return new Bloc(code, title, ccps, modules);
  }

  private Module module(Entry entry) {
    Section section = entry.section();
    Module module =
        new Module(
            once(section.required("code"), codes),
            section.required("title").words(),
            hoursOf(section.required("hours")));
    section.close();
    return module;
  }

  private static Threshold threshold(Entry entry) {
    Section section = entry.section();
    Threshold threshold =
        new Threshold(
            section.required("priorityBelow").number(BigDecimal.ZERO, BigDecimal.ONE),
            section.required("source").words(),
            section.required("mark").named(Mark.class, Mark::sign, "one of "));
    section.close();
    return threshold;
  }

  private static List<Entry> limited(Entry entry) {
    List<Entry> items = entry.items();
    if (items.size() > MOST_ITEMS) {
      entry.problem("has more than " + MOST_ITEMS + " items");
      return items.subList(0, MOST_ITEMS);
    }
    return items;
  }

  private static String once(Entry entry, Set<String> seen) {
    String code = entry.code();
    if (!code.isEmpty() && !seen.add(code)) {
      entry.problem("is " + code + ", which stands here already");
    }
    return code;
  }
}
