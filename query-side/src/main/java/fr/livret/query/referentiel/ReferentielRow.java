package fr.livret.query.referentiel;

import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.kernel.referentiel.ValidityChange;
import fr.livret.query.projection.Fact;
import fr.livret.query.reading.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A référentiel: its newest version, and what was decided about its validity.
 *
 * @param newest the number of its newest version
 * @param changes in the order of recording
 * @param revisions in the order of recording
 * @param version of its stream
 */
record ReferentielRow(
    ReferentielCode code,
    String title,
    String regime,
    int newest,
    List<Change> changes,
    List<Revised> revisions,
    long version) {

  /** What was decided. */
  enum Kind {
    CLOSURE,
    PROROGATION
  }

  /**
   * A decision on the validity.
   *
   * @param until the new last day, for a prorogation
   */
  record Change(
      Kind kind,
      LocalDate decidedOn,
      @Nullable LocalDate until,
      String source,
      Instant recordedAt) {
    ValidityChange decided() {
      return until == null
          ? new ValidityChange.Closure(decidedOn, source)
          : new ValidityChange.Prorogation(decidedOn, until, source);
    }
  }

  /** That another title succeeds it. */
  record Revised(Revision revision, Instant recordedAt) {}

  ReferentielRow {
    changes = List.copyOf(changes);
    revisions = List.copyOf(revisions);
  }

  /**
   * The version of its stream at a moment: each of its facts is a version of the document, or is
   * kept here with when it was recorded.
   *
   * @param documents how many versions of the document were known
   */
  long version(Moment moment, int documents) {
    return moment.past()
        ? documents
            + changes.stream().filter(one -> moment.knows(one.recordedAt())).count()
            + revisions.stream().filter(one -> moment.knows(one.recordedAt())).count()
        : version;
  }

  static ReferentielRow evolve(@Nullable ReferentielRow row, Fact<ReferentielEvent> fact) {
    return switch (fact.event()) {
      case ReferentielPublished published ->
          new ReferentielRow(
              published.referentiel(),
              published.content().title(),
              published.content().regime(),
              published.version(),
              row == null ? List.of() : row.changes(),
              row == null ? List.of() : row.revisions(),
              fact.version());
      case TitleClosed(_, var decidedOn, var source) ->
          published(row, fact)
              .with(
                  new Change(Kind.CLOSURE, decidedOn, null, source, fact.recordedAt()),
                  fact.version());
      case TitleProrogued(_, var decidedOn, var until, var source) ->
          published(row, fact)
              .with(
                  new Change(Kind.PROROGATION, decidedOn, until, source, fact.recordedAt()),
                  fact.version());
      case TitleRevised(_, var revision) ->
          published(row, fact).with(new Revised(revision, fact.recordedAt()), fact.version());
    };
  }

  private static ReferentielRow published(
      @Nullable ReferentielRow row, Fact<ReferentielEvent> fact) {
    if (row == null) {
      throw new IllegalStateException(
          "référentiel " + fact.event().referentiel() + " was never published");
    }
    return row;
  }

  private ReferentielRow with(Change change, long now) {
    List<Change> all = new ArrayList<>(changes);
    all.add(change);
    return new ReferentielRow(code, title, regime, newest, all, revisions, now);
  }

  private ReferentielRow with(Revised revised, long now) {
    List<Revised> all = new ArrayList<>(revisions);
    all.add(revised);
    return new ReferentielRow(code, title, regime, newest, changes, all, now);
  }
}
