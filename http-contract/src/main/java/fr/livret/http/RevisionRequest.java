package fr.livret.http;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A revision as a body states it: the one that is decided, and the one that is only tried out.
 *
 * @param obtainedBefore where only CCPs obtained before a day are carried over
 * @param mark how sure the text is: S, 2 or R; R where nothing is said
 */
@Schema(
    name = "RevisionRequest",
    example =
        """
        {"decidedOn": "2026-06-01", "successor": "AMIS-2023",
         "equivalences": [{"from": "CCP1", "to": ["CCP1"]}],
         "source": "Illustratif : aucun texte vu", "mark": "R"}\
        """)
public record RevisionRequest(
    @Nullable LocalDate decidedOn,
    @Nullable String source,
    @Nullable String successor,
    @Nullable List<@Nullable Pair> equivalences,
    @Nullable LocalDate obtainedBefore,
    @Nullable String mark) {
  private static final int MOST = 100;

  /** A CCP of the title, and those of its successor it counts for. */
  @Schema(name = "EquivalenceRequest")
  public record Pair(@Nullable String from, @Nullable List<@Nullable String> to) {}

  /** What it states; refused naming every field that is wrong. */
  public Revision revision() {
    Input in = Input.check();
    LocalDate on = in.date("decidedOn", decidedOn);
    String text = in.text("source", source, 1_000);
    String next = in.code("successor", successor);
    List<Pair> pairs = in.list("equivalences", equivalences, 0, MOST);
    in.each(
        "equivalences",
        equivalences,
        (at, pair) -> {
          at.code("from", pair.from());
          if (at.codes("to", pair.to()).isEmpty()) {
            at.refuse("to", "must name at least one CCP");
          }
        });
    in.optionalDate("obtainedBefore", obtainedBefore);
    Mark how = mark(in);
    if (next != null && ReferentielCode.parse(next).isEmpty()) {
      in.refuse("successor", "is not the code of a référentiel");
    }
    in.orThrow();
    return new Revision(
        ReferentielCode.parse(next).orElseThrow(),
        on,
        pairs.stream().map(RevisionRequest::equivalence).toList(),
        obtainedBefore,
        text,
        how);
  }

  private Mark mark(Input in) {
    if (mark == null) {
      return Mark.READING;
    }
    return Stream.of(Mark.values())
        .filter(one -> one.sign().equals(mark))
        .findFirst()
        .orElseGet(() -> {
          in.refuse("mark", "must be S, 2 or R");
          return Mark.READING;
        });
  }

  private static Revision.Equivalence equivalence(Pair pair) {
    Input in = Input.check();
    return new Revision.Equivalence(
        new CcpCode(in.code("from", pair.from())),
        in.codes("to", pair.to()).stream().map(CcpCode::new).toList());
  }
}
