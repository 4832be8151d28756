package fr.livret.command.alert;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.Identity;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Candidates by name, for whoever is to be told the name: opened when it is told, never kept. */
@Component
class CandidateNames {
  private final EventStore store;
  private final PersonalData personalData;

  CandidateNames(EventStore store, PersonalData personalData) {
    this.store = store;
    this.personalData = personalData;
  }

  /** Family name and given names; empty once the person's key is destroyed. */
  Optional<String> of(UUID candidate) {
    var events = store.readEvents(candidate.toString());
    return events.hasNext() && events.next().getPayload() instanceof CandidateRegistered registered
        ? name(registered.identity())
        : Optional.empty();
  }

  private Optional<String> name(Identity identity) {
    PersonalData.Reading keys = personalData.reading(Set.of(identity.familyName().person()));
    return keys.open(identity.familyName(), PersonalFields.FAMILY_NAME)
        .map(family ->
            identity.givenNames().stream()
                .flatMap(given -> keys.open(given, PersonalFields.GIVEN_NAME).stream())
                .collect(Collectors.joining(" ", family + " ", "")));
  }
}
