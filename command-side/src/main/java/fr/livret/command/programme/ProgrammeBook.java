package fr.livret.command.programme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.livret.command.dispatch.Targets;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeEvent;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeState;
import fr.livret.kernel.programme.ProgrammeState.ProgrammeInForce;
import fr.livret.kernel.programme.ProgrammeVersion;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The programmes from their facts: as they are now, and in the version a training pinned. */
@Component
public class ProgrammeBook {
  private final EventStore store;
  private final Cache<ProgrammeVersion, Programme> versions =
      Caffeine.newBuilder().maximumSize(1_000).build();

  ProgrammeBook(EventStore store) {
    this.store = store;
  }

  /** A programme as it stands now; empty where none is published. */
  public Optional<ProgrammeInForce> current(ProgrammeCode code) {
    ProgrammeState state = new ProgrammeState.NoProgramme();
    var events = store.readEvents(Targets.ofProgramme(code));
    while (events.hasNext()) {
      ProgrammeEvent event = (ProgrammeEvent) events.next().getPayload();
      state = ProgrammeState.evolve(state, event);
      switch (event) {
        case ProgrammePublished published ->
            versions.put(new ProgrammeVersion(code, published.version()), published.content());
      }
    }
    return state instanceof ProgrammeInForce known ? Optional.of(known) : Optional.empty();
  }

  /** One version, which never changes. */
  public Programme version(ProgrammeVersion version) {
    Programme known = versions.getIfPresent(version);
    if (known == null) {
      current(version.code());
      known = versions.getIfPresent(version);
    }
    if (known == null) {
      throw new IllegalStateException("no version " + version.number() + " of " + version.code());
    }
    return known;
  }
}
