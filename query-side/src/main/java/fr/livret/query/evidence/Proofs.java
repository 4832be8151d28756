package fr.livret.query.evidence;

import fr.livret.evidence.ConsistencyProof;
import fr.livret.evidence.Hash;
import fr.livret.evidence.InclusionProof;
import fr.livret.evidence.InconsistentLogException;
import fr.livret.evidence.IssuedCheckpoints;
import fr.livret.evidence.IssuedCheckpoints.Issued;
import fr.livret.evidence.LogTree;
import fr.livret.http.EvidenceContradicted;
import fr.livret.http.MalformedInput;
import fr.livret.http.NoEvidence;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Proofs from the tree over the event log. None is given that contradicts a checkpoint, and none at
 * all where events are in another store than the product's own.
 */
@Component
final class Proofs {
  private final ObjectProvider<LogTree> tree;
  private final ObjectProvider<IssuedCheckpoints> issued;

  Proofs(ObjectProvider<LogTree> tree, ObjectProvider<IssuedCheckpoints> issued) {
    this.tree = tree;
    this.issued = issued;
  }

  Issued latest() {
    return kept(issued)
        .latest()
        .orElseThrow(() -> Refusal.of(Refused.UNKNOWN, Map.of("checkpoint", "none yet")));
  }

  /** The proof that an event is in the log of that size, or else of the size signed last. */
  InclusionAnswer inclusion(long position, Optional<Long> asked) {
    LogTree log = kept(tree);
    if (asked.isEmpty()) {
      Issued signed = latest();
      if (position > signed.size()) {
        throw Refusal.of(
            Refused.UNKNOWN, Map.of("position", position, "signedUpTo", signed.size()));
      }
      return inclusion(log, position, signed.size(), Optional.of(signed));
    }
    long grown = log.size();
    if (position > grown) {
      throw Refusal.of(Refused.UNKNOWN, Map.of("position", position));
    }
    long size = asked.get();
    if (size < position) {
      throw new MalformedInput("size", "must be at least the position, " + position);
    }
    requireGrown("size", size, grown);
    return inclusion(log, position, size, kept(issued).of(size));
  }

  private static InclusionAnswer inclusion(
      LogTree log, long position, long size, Optional<Issued> signed) {
    return consistent(() -> {
      InclusionProof proof = log.inclusion(position, size);
      Hash root = signed.map(Issued::root).orElseGet(() -> log.root(size));
      if (!proof.proves(root)) {
        throw new EvidenceContradicted(
            "The event at position %d does not lead to the root of size %d: run livret verify"
                .formatted(position, size));
      }
      return new InclusionAnswer(
          position,
          size,
          proof.leaf().toString(),
          root.toString(),
          texts(proof.hashes()),
          signed.map(Issued::note).orElse(null));
    });
  }

  /** The proof that the log has grown from one size to another, or else to the last one signed. */
  ConsistencyAnswer consistency(long from, Optional<Long> asked) {
    LogTree log = kept(tree);
    long to = asked.orElseGet(() -> latest().size());
    if (asked.isPresent()) {
      requireGrown("to", to, log.size());
    }
    if (from > to) {
      throw new MalformedInput("from", "must be at most " + to);
    }
    return consistent(() -> {
      Hash fromRoot = root(log, from);
      Hash toRoot = root(log, to);
      ConsistencyProof proof = log.consistency(from, to);
      if (!proof.proves(fromRoot, toRoot)) {
        throw new EvidenceContradicted(
            "The tree of size %d has not grown from that of size %d: run livret verify"
                .formatted(to, from));
      }
      return new ConsistencyAnswer(
          from, to, fromRoot.toString(), toRoot.toString(), texts(proof.hashes()));
    });
  }

  private static void requireGrown(String field, long size, long grown) {
    if (size > grown) {
      throw new MalformedInput(field, "must be at most %d: the tree is no larger".formatted(grown));
    }
  }

  /** The root that was signed, or that of the tree where none was. */
  private Hash root(LogTree log, long size) {
    return kept(issued).of(size).map(Issued::root).orElseGet(() -> log.root(size));
  }

  private static List<String> texts(List<Hash> hashes) {
    return hashes.stream().map(Hash::toString).toList();
  }

  /** A tree that is smaller than what was signed contradicts it as well. */
  private static <T> T consistent(Supplier<T> question) {
    try {
      return question.get();
    } catch (InconsistentLogException | IllegalArgumentException e) {
      throw new EvidenceContradicted(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T kept(ObjectProvider<T> part) {
    T kept = part.getIfAvailable();
    if (kept == null) {
      throw new NoEvidence("Evidence of tampering is kept of the product's own event store alone.");
    }
    return kept;
  }
}
