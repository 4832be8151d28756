package fr.livret.query.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.query.reading.Basis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day that is claimed, and how it was worked out.
 *
 * @param claim what the day is
 * @param about of what; absent where the claim says all
 * @param steps each starting from where the one before came to; the last comes to the day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Proof")
public record ProofAnswer(
    @Schema(example = "WINDOW_LAST_DAY") Claim claim,
    @Schema(example = "CCP1") @Nullable String about,
    @Schema(example = "2019-03-10") LocalDate day,
    List<StepShown> steps,
    Sentence sentence) {
  public ProofAnswer {
    steps = List.copyOf(steps);
  }

  /** The same in both languages. */
  @Schema(name = "ProofSentence")
  public record Sentence(
      @Schema(
              example =
                  "La fenêtre de capitalisation court jusqu'au 10/03/2019 compris : CCP1 obtenu le"
                      + " 10/03/2014 (fait n° 42) ; plus 5 ans, soit le 10/03/2019.")
          String fr,
      @Schema(
              example =
                  "The capitalisation window runs through 10 March 2019: CCP1 obtained on 10 March"
                      + " 2014 (fact no. 42); plus 5 years, that is 10 March 2019.")
          String en) {}

  /** What a step does. */
  public enum Operation {
    /** Takes a recorded day. */
    TAKEN,
    /** Takes the last of several recorded days. */
    COMPLETED,
    /** Adds a time; the day it comes to is included. */
    ADDED,
    /** Takes a time off; the day it comes to is included. */
    SUBTRACTED,
    /** Goes to the day after. */
    NEXT,
    /** Takes a later day that was recorded. */
    NOT_BEFORE,
    /** Takes the earliest of several limits. */
    EARLIEST,
    /** Stays, within a last day. */
    WITHIN,
    /** Stays, and means something else. */
    DEEMED,
    /** Keeps the end of validity of a title that is closed. */
    CLOSED,
    /** Puts another end of validity in place. */
    PROROGUED
  }

  /**
   * One step.
   *
   * @param from the day it starts from; absent where it begins
   * @param amount what is added or taken off
   * @param lastOfMonth whether the month it comes to lacks the day, so that its last counts
   * @param anchors the recorded days it rests on
   * @param limits those among which it takes the earliest
   * @param lastDay the last day that includes it
   * @param source of the decision it rests on
   * @param arithmetic in one line
   * @param countedBy the text on how such a time is counted
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "ProofStep")
  public record StepShown(
      Operation operation,
      @Schema(example = "2014-03-10") @Nullable LocalDate from,
      @Schema(example = "P5Y") @Nullable String amount,
      @Schema(example = "2019-03-10") LocalDate day,
      @Nullable Boolean lastOfMonth,
      List<AnchorShown> anchors,
      List<LimitShown> limits,
      @Nullable LocalDate lastDay,
      @Nullable String source,
      @Schema(example = "2014-03-10 + P5Y = 2019-03-10") String arithmetic,
      @Nullable Basis legalBasis,
      @Nullable Basis countedBy) {
    public StepShown {
      anchors = List.copyOf(anchors);
      limits = List.copyOf(limits);
    }
  }

  /**
   * A recorded day.
   *
   * @param about what it is of; absent where the kind says all
   * @param facts those that recorded it; none where a document states it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ProofAnchor")
  public record AnchorShown(
      @Schema(example = "CCP_OBTAINED") Anchor.Kind kind,
      @Schema(example = "CCP1") @Nullable String about,
      @Schema(example = "2014-03-10") LocalDate day,
      List<FactShown> facts) {
    public AnchorShown {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A fact by its place.
   *
   * @param position in the order of all events
   * @param sequence in its stream
   */
  @Schema(name = "ProofFact")
  public record FactShown(
      @Schema(example = "42") long position,
      @Schema(example = "2") long sequence,
      @Schema(example = "path.CcpObtained") String type,
      Instant recordedAt) {}

  /** A limit by its name. */
  @Schema(name = "ProofLimit")
  public record LimitShown(@Schema(example = "FIVE_YEARS") String limit, LocalDate lastDay) {}
}
