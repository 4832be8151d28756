package fr.livret.query.alert;

import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertProofs;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.query.candidate.ProvenCertificates;
import fr.livret.query.path.ProvenPaths;
import fr.livret.query.proof.ProofAnswer;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.proof.Proving;
import fr.livret.query.reading.Logged;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Streams;
import fr.livret.query.vae.ProvenVae;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every day an alert claims, proved: the day it announces by its subject, as that stood when the
 * alert was raised, and what follows from that day.
 */
@Component
final class ProvenAlerts {
  private static final Set<Claim> ANNOUNCED =
      EnumSet.of(
          Claim.WINDOW_LAST_DAY, Claim.START_BY, Claim.VALID_THROUGH, Claim.CERTIFICATE_THROUGH);

  private final Streams streams;
  private final ProvenPaths paths;
  private final ProvenVae applications;
  private final ProvenCertificates certificates;

  ProvenAlerts(
      Streams streams, ProvenPaths paths, ProvenVae applications, ProvenCertificates certificates) {
    this.streams = streams;
    this.paths = paths;
    this.applications = applications;
    this.certificates = certificates;
  }

  /** What is claimed at that moment; empty where no alert was known and raised. */
  Optional<ProofsAnswer> at(Moment moment, UUID alert) {
    @Nullable Logged<AlertEvent> raising = null;
    boolean passed = false;
    List<Logged<AlertEvent>> known =
        moment.knownOf(streams.of(alert.toString(), AlertEvent.class)).stream()
            .filter(fact -> !fact.event().effectiveOn().isAfter(moment.effectiveOn()))
            .toList();
    for (Logged<AlertEvent> fact : known) {
      if (fact.event() instanceof AlertRaised) {
        raising = fact;
        passed = false;
      } else if (fact.event() instanceof AlertCancelled cancelled) {
        passed = cancelled.cause().kind() == AlertCause.Kind.DEADLINE_PASSED;
      }
    }
    if (raising == null || !(raising.event() instanceof AlertRaised raised)) {
      return Optional.empty();
    }
    List<ProofAnswer> proofs = new ArrayList<>();
    proofs.addAll(
        announced(raised.deadline(), new Moment(raised.raisedOn(), raising.recordedAt(), true)));
    proofs.addAll(
        Proving.withoutFacts()
            .and(known, AlertProofs::anchors)
            .shown(AlertProofs.of(raised.deadline(), raised.horizon(), passed)));
    return Optional.of(
        ProofsAnswer.of(alert.toString(), known.getLast().version(), moment, List.copyOf(proofs)));
  }

  private List<ProofAnswer> announced(Deadline deadline, Moment then) {
    List<ProofAnswer> claimed =
        switch (deadline.subject()) {
          case WINDOW -> paths.at(then, deadline.id()).map(ProofsAnswer::proofs).orElse(List.of());
          case RECEVABILITE ->
              applications.at(then, deadline.id()).map(ProofsAnswer::proofs).orElse(List.of());
          case CERTIFICATE ->
              certificates.at(then, deadline.id()).stream()
                  .filter(proof -> deadline.name().equals(proof.about()))
                  .toList();
        };
    return claimed.stream()
        .filter(
            proof -> ANNOUNCED.contains(proof.claim()) && proof.day().equals(deadline.lastDay()))
        .toList();
  }
}
