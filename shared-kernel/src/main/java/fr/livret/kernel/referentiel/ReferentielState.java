package fr.livret.kernel.referentiel;

import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a référentiel stands. */
public sealed interface ReferentielState {

  /** Nothing is published under this code. */
  record NotPublished() implements ReferentielState {}

  /**
   * @param version of the content in force
   * @param content what the law needs of it
   * @param digest SHA-256 of the whole document
   * @param changes what was decided about its validity, in the order of recording
   * @param revisions the titles that succeed it, in the order of recording
   */
  record Published(
      int version,
      Referentiel content,
      String digest,
      List<ValidityChange> changes,
      List<Revision> revisions)
      implements ReferentielState {
    public Published {
      changes = List.copyOf(changes);
      revisions = List.copyOf(revisions);
    }

    /** The revision by which that title succeeds this one; empty where none does. */
    public Optional<Revision> revisionTo(ReferentielCode successor) {
      return revisions.reversed().stream()
          .filter(one -> one.successor().equals(successor))
          .findFirst();
    }

    /** How long the title is valid. */
    public Validity validity() {
      return new Validity(content.validity(), changes);
    }

    private Published with(ValidityChange change) {
      List<ValidityChange> all = new ArrayList<>(changes);
      all.add(change);
      return new Published(version, content, digest, all, revisions);
    }

    private Published with(Revision revision) {
      List<Revision> all = new ArrayList<>(revisions);
      all.add(revision);
      return new Published(version, content, digest, changes, all);
    }
  }

  /** The state after one more event. */
  static ReferentielState evolve(ReferentielState state, ReferentielEvent event) {
    return switch (event) {
      case ReferentielPublished published ->
          new Published(
              published.version(),
              published.content(),
              published.digest(),
              state instanceof Published known ? known.changes() : List.of(),
              state instanceof Published known ? known.revisions() : List.of());
      case TitleClosed(_, var decidedOn, var source) ->
          published(state).with(new ValidityChange.Closure(decidedOn, source));
      case TitleProrogued(_, var decidedOn, var until, var source) ->
          published(state).with(new ValidityChange.Prorogation(decidedOn, until, source));
      case TitleRevised revised -> published(state).with(revised.revision());
    };
  }

  private static Published published(ReferentielState state) {
    return switch (state) {
      case Published known -> known;
      case NotPublished _ ->
          throw new IllegalStateException("a référentiel's first event is its publication");
    };
  }
}
