package fr.livret.demo;

import static fr.livret.kernel.proof.Proof.Claim.ANNULLED_ON;
import static fr.livret.kernel.proof.Proof.Claim.CERTIFICATE_FROM;
import static fr.livret.kernel.proof.Proof.Claim.CERTIFICATE_THROUGH;
import static fr.livret.kernel.proof.Proof.Claim.CONVOCATION_LAST_DAY;
import static fr.livret.kernel.proof.Proof.Claim.DELAY_COUNTED_FROM;
import static fr.livret.kernel.proof.Proof.Claim.EQUIVALENT_BEFORE;
import static fr.livret.kernel.proof.Proof.Claim.FILED_ON;
import static fr.livret.kernel.proof.Proof.Claim.LAPSED_ON;
import static fr.livret.kernel.proof.Proof.Claim.OBTAINED_ON;
import static fr.livret.kernel.proof.Proof.Claim.OPENED_ON;
import static fr.livret.kernel.proof.Proof.Claim.RECEVABILITE_COUNTED_FROM;
import static fr.livret.kernel.proof.Proof.Claim.RECEVABILITE_LAPSED_ON;
import static fr.livret.kernel.proof.Proof.Claim.RESIT_FIRST_SESSION_ON;
import static fr.livret.kernel.proof.Proof.Claim.RESIT_POSSIBLE_FROM;
import static fr.livret.kernel.proof.Proof.Claim.RESIT_THROUGH;
import static fr.livret.kernel.proof.Proof.Claim.SESSION_HELD_ON;
import static fr.livret.kernel.proof.Proof.Claim.SILENCE_EFFECT;
import static fr.livret.kernel.proof.Proof.Claim.SILENCE_LAST_DAY;
import static fr.livret.kernel.proof.Proof.Claim.START_BY;
import static fr.livret.kernel.proof.Proof.Claim.TITLE_AWARDED_ON;
import static fr.livret.kernel.proof.Proof.Claim.TITLE_VALID_FROM;
import static fr.livret.kernel.proof.Proof.Claim.TITLE_VALID_THROUGH;
import static fr.livret.kernel.proof.Proof.Claim.TITLE_WITHDRAWN_ON;
import static fr.livret.kernel.proof.Proof.Claim.TRANSFERRED_ON;
import static fr.livret.kernel.proof.Proof.Claim.TRANSFER_FROM;
import static fr.livret.kernel.proof.Proof.Claim.VALID_THROUGH;
import static fr.livret.kernel.proof.Proof.Claim.WINDOW_ANCHOR;
import static fr.livret.kernel.proof.Proof.Claim.WINDOW_FULFILLED_ON;
import static fr.livret.kernel.proof.Proof.Claim.WINDOW_LAST_DAY;
import static fr.livret.kernel.proof.Proof.Claim.WINDOW_LIMIT;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.proof.Proof.Claim;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Each date of an answer is either claimed, and then proved, or one of those that were recorded as
 * they stand: a date that is neither has nobody to answer for it.
 *
 * @param claimed which claim a field makes; several where it depends on what the answer is about
 * @param recorded fields, or all under one where it ends in a dot
 */
record EveryDate(Map<String, Set<Claim>> claimed, Set<String> recorded) {
  static final EveryDate OF_PATHS =
      new EveryDate(
          Map.ofEntries(
              entry("openedOn", Set.of(OPENED_ON)),
              entry("ccps.obtainedOn", Set.of(OBTAINED_ON)),
              entry("ccps.lapsedOn", Set.of(LAPSED_ON)),
              entry("ccps.annulledOn", Set.of(ANNULLED_ON)),
              entry("window.anchor", Set.of(WINDOW_ANCHOR)),
              entry("window.lastDay", Set.of(WINDOW_LAST_DAY)),
              entry("window.fulfilledOn", Set.of(WINDOW_FULFILLED_ON)),
              entry("window.limits.lastDay", Set.of(WINDOW_LIMIT)),
              entry("title.awardedOn", Set.of(TITLE_AWARDED_ON)),
              entry("title.withdrawnOn", Set.of(TITLE_WITHDRAWN_ON)),
              entry("resit.firstSessionOn", Set.of(RESIT_FIRST_SESSION_ON)),
              entry("resit.through", Set.of(RESIT_THROUGH)),
              entry("resit.possibleFrom", Set.of(RESIT_POSSIBLE_FROM)),
              entry("transferredFrom.on", Set.of(TRANSFERRED_ON)),
              entry("vae.notifiedOn", Set.of(RECEVABILITE_COUNTED_FROM)),
              entry("vae.validThrough", Set.of(VALID_THROUGH)),
              entry("vae.startBy", Set.of(START_BY))),
          Set.of("appeals.against", "appeals.lodgedOn", "asOf.effectiveOn"));

  static final EveryDate OF_APPLICATIONS =
      new EveryDate(
          Map.ofEntries(
              entry("filedOn", Set.of(FILED_ON)),
              entry("clock.countedFrom", Set.of(DELAY_COUNTED_FROM)),
              entry("clock.lastDay", Set.of(SILENCE_LAST_DAY)),
              entry("silence.lastDay", Set.of(SILENCE_LAST_DAY)),
              entry("silence.effectiveOn", Set.of(SILENCE_EFFECT)),
              entry("recevabilite.notifiedOn", Set.of(RECEVABILITE_COUNTED_FROM)),
              entry("recevabilite.validThrough", Set.of(VALID_THROUGH)),
              entry("recevabilite.startBy", Set.of(START_BY)),
              entry("recevabilite.lapsedOn", Set.of(RECEVABILITE_LAPSED_ON)),
              entry("deadline.lastDay", Set.of(START_BY, VALID_THROUGH)),
              entry(
                  "workedDates.day",
                  Set.of(
                      DELAY_COUNTED_FROM,
                      SILENCE_LAST_DAY,
                      SILENCE_EFFECT,
                      RECEVABILITE_COUNTED_FROM,
                      START_BY,
                      VALID_THROUGH,
                      RECEVABILITE_LAPSED_ON))),
          Set.of(
              "decision.",
              "lateDecisions.",
              "completeOn",
              "supplementRequests.requestedOn",
              // Stretches between days as they were stated.
              "experience.",
              "recevabilite.uses.on",
              "facts.effectiveOn",
              "asOf.effectiveOn"));

  static final EveryDate OF_SESSIONS =
      new EveryDate(
          Map.of(
              "heldOn", Set.of(SESSION_HELD_ON),
              "presence.heldOn", Set.of(SESSION_HELD_ON),
              "minutes.obtainedOn", Set.of(SESSION_HELD_ON),
              "rules.lastDayForConvocations", Set.of(CONVOCATION_LAST_DAY),
              "convocations.lastDay", Set.of(CONVOCATION_LAST_DAY)),
          Set.of(
              "effectiveOn",
              "jury.",
              "candidates.enrolledOn",
              "candidates.effect.",
              "convocations.sentOn",
              "minutes.signedOn",
              "minutes.registeredOn",
              "minutes.notifiedOn",
              "minutes.editions.",
              "absenceReport.",
              "annulment.",
              "annulmentRefusals.",
              "appeals."));

  static final EveryDate OF_REFERENTIELS =
      new EveryDate(
          Map.of(
              "validity.from", Set.of(TITLE_VALID_FROM),
              "validity.lastDay", Set.of(TITLE_VALID_THROUGH),
              "revisions.decidedOn", Set.of(TRANSFER_FROM),
              "revisions.obtainedBefore", Set.of(EQUIVALENT_BEFORE)),
          Set.of(
              "document.",
              "versions.publishedOn",
              "validity.effectiveOn",
              "validity.changes.",
              "validity.proof."));

  static final EveryDate OF_CANDIDATES =
      new EveryDate(
          Map.of(
              "certificates.obtainedOn", Set.of(CERTIFICATE_FROM),
              "certificates.validThrough", Set.of(CERTIFICATE_THROUGH)),
          Set.of("birthDate", "registeredOn", "asOf.effectiveOn"));

  /** The day an alert was raised on is recorded: it may be later than the day it was due from. */
  static final EveryDate OF_ALERTS =
      new EveryDate(
          Map.of("lastDay", Set.of(WINDOW_LAST_DAY, START_BY, VALID_THROUGH, CERTIFICATE_THROUGH)),
          Set.of("raisedOn", "acknowledgement.", "cancellation."));

  /** How many dates are proved; every anchor is an event with its place. */
  int proved(JsonNode answer, JsonNode proofs) {
    Set<String> proved = new HashSet<>();
    for (JsonNode proof : proofs.path("proofs")) {
      JsonNode steps = proof.path("steps");
      assertThat(steps.path(steps.size() - 1).path("day")).isEqualTo(proof.path("day"));
      assertThat(steps.findValues("anchors").toString())
          .as("%s", proof)
          .doesNotContain("\"facts\":[]");
      proved.add(proof.path("claim").asString() + " " + proof.path("day").asString());
    }
    return walk("", answer, proved, answer);
  }

  private int walk(String field, JsonNode node, Set<String> proved, JsonNode answer) {
    int dates = 0;
    if (node.isString() && node.asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      Set<Claim> claims = claimed.getOrDefault(field, Set.of());
      assertThat(!claims.isEmpty() || isRecorded(field))
          .as("%s is a date nobody answers for, in %s", field, answer)
          .isTrue();
      if (!claims.isEmpty()) {
        assertThat(claims.stream().map(claim -> claim + " " + node.asString()))
            .as("%s in %s", field, answer)
            .anyMatch(proved::contains);
        dates++;
      }
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = field.isEmpty() ? member.getKey() : field + "." + member.getKey();
      dates += walk(name, member.getValue(), proved, answer);
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        dates += walk(field, item, proved, answer);
      }
    }
    return dates;
  }

  private boolean isRecorded(String field) {
    return recorded.contains(field)
        || recorded.stream().anyMatch(one -> one.endsWith(".") && field.startsWith(one));
  }
}
