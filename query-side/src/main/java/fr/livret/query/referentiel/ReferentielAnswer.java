package fr.livret.query.referentiel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.kernel.referentiel.Validity;
import fr.livret.query.proof.ProofAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Moment;
import fr.livret.query.referentiel.ReferentielRow.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A référentiel as it is answered.
 *
 * @param regimeEdition the newest one, which a path opens under; absent where no file states it
 * @param version of its stream by then, for If-Match
 * @param documentVersion which version of the document is shown
 * @param document the document as it was published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferentielAnswer(
    @Schema(example = "AMIS-2013") String code,
    String title,
    @Schema(example = "TP-2006") String regime,
    @Schema(example = "1") @Nullable Integer regimeEdition,
    @Schema(example = "1") long version,
    @Schema(example = "1") int documentVersion,
    @JsonRawValue @Schema(type = "object") String document,
    List<Published> versions,
    ValidityShown validity,
    List<RevisionShown> revisions) {

  /** One published version. */
  record Published(int version, LocalDate publishedOn, Instant recordedAt, String sha256) {
    static Published of(VersionRow row) {
      return new Published(row.number(), row.publishedOn(), row.recordedAt(), row.digest());
    }
  }

  /** Whether the title is valid on the day asked for. */
  enum State {
    NOT_YET_VALID,
    VALID,
    /** Closed by a decision, and valid through its last day. */
    CLOSED,
    /** Past its last day. */
    ENDED
  }

  /**
   * How long the title is valid, by the decisions taken up to the day asked for.
   *
   * @param from absent where it is not known
   * @param lastDay absent while no end is known
   * @param closed whether the title was closed
   * @param proof how the last day was worked out
   * @param changes every decision known, in the order of recording
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Validity")
  record ValidityShown(
      State state,
      @Nullable LocalDate from,
      @Nullable LocalDate lastDay,
      boolean closed,
      LocalDate effectiveOn,
      @Nullable ProofAnswer proof,
      List<ChangeShown> changes) {

    static ValidityShown of(
        Referentiel content, List<Change> changes, Moment moment, Proving proving) {
      List<Change> known = changes.stream().filter(it -> moment.knows(it.recordedAt())).toList();
      LocalDate day = moment.effectiveOn();
      DateRange stated = content.validity();
      Optional<Validity.End> end =
          new Validity(stated, known.stream().map(Change::decided).toList()).endAsDecidedBy(day);
      return new ValidityShown(
          state(stated.from(), end, day),
          stated.from(),
          end.map(Validity.End::lastDay).orElse(null),
          end.map(Validity.End::closed).orElse(false),
          day,
          end.map(last -> Proof.of(Claim.TITLE_VALID_THROUGH, last.reckoning()))
              .map(proving::shown)
              .orElse(null),
          known.stream().map(ChangeShown::of).toList());
    }

    private static State state(
        @Nullable LocalDate from, Optional<Validity.End> end, LocalDate day) {
      if (from != null && day.isBefore(from)) {
        return State.NOT_YET_VALID;
      }
      if (end.isEmpty()) {
        return State.VALID;
      }
      if (day.isAfter(end.get().lastDay())) {
        return State.ENDED;
      }
      return end.get().closed() ? State.CLOSED : State.VALID;
    }
  }

  /** A decision on the validity. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ValidityChange")
  record ChangeShown(
      ReferentielRow.Kind kind,
      LocalDate decidedOn,
      @Nullable LocalDate until,
      String source,
      Instant recordedAt) {
    static ChangeShown of(Change change) {
      return new ChangeShown(
          change.kind(), change.decidedOn(), change.until(), change.source(), change.recordedAt());
    }
  }

  /** A title that succeeds this one, with the CCPs that count for its own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Revision")
  record RevisionShown(
      @Schema(example = "AMIS-2023") String successor,
      LocalDate decidedOn,
      List<EquivalenceShown> equivalences,
      @Nullable LocalDate obtainedBefore,
      String source,
      @Schema(description = "S text seen, 2 secondary source only, R our reading", example = "R")
          String mark,
      Instant recordedAt) {
    static RevisionShown of(ReferentielRow.Revised revised) {
      Revision it = revised.revision();
      return new RevisionShown(
          it.successor().value(),
          it.decidedOn(),
          it.equivalences().stream()
              .map(one ->
                  new EquivalenceShown(
                      one.from().value(), one.to().stream().map(CcpCode::value).toList()))
              .toList(),
          it.obtainedBefore(),
          it.source(),
          it.mark().sign(),
          revised.recordedAt());
    }
  }

  /** A CCP of this title and those of its successor it counts for. */
  @Schema(name = "Equivalence")
  record EquivalenceShown(String from, List<String> to) {}

  /** A référentiel in a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ReferentielItem")
  record Item(
      @Schema(example = "AMIS-2013") String code,
      String title,
      @Nullable String rncp,
      String level,
      @Schema(example = "TP-2006") String regime,
      @Schema(example = "1") @Nullable Integer regimeEdition,
      long version,
      int documentVersion,
      List<String> ccps,
      ValidityShown validity) {
    static Item of(
        ReferentielRow row,
        ReferentielPublished newest,
        @Nullable Integer regimeEdition,
        Moment moment) {
      Referentiel content = newest.content();
      return new Item(
          row.code().value(),
          content.title(),
          content.rncp(),
          content.level(),
          content.regime(),
          regimeEdition,
          row.version(moment, newest.version()),
          newest.version(),
          content.ccpCodes().stream().map(CcpCode::value).toList(),
          ValidityShown.of(content, row.changes(), moment, Proving.withoutFacts()));
    }
  }

  static ReferentielAnswer of(
      ReferentielRow row,
      ReferentielPublished shown,
      @Nullable Integer regimeEdition,
      List<VersionRow> versions,
      Moment moment,
      Proving proving) {
    return new ReferentielAnswer(
        row.code().value(),
        shown.content().title(),
        shown.content().regime(),
        regimeEdition,
        row.version(moment, versions.getLast().number()),
        shown.version(),
        shown.document(),
        versions.stream().map(Published::of).toList(),
        ValidityShown.of(shown.content(), row.changes(), moment, proving),
        row.revisions().stream()
            .filter(it -> moment.knows(it.recordedAt()))
            .map(RevisionShown::of)
            .toList());
  }
}
