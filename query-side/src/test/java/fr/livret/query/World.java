package fr.livret.query;

import fr.livret.form.decision.Decision;
import fr.livret.form.event.FactMetadata;
import fr.livret.form.law.ReferentielDocument;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.law.ShippedReferentiels;
import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.query.projection.Progress;
import fr.livret.query.projection.Projections;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Stores facts as the command side would: one stream each, with who brought them and when. */
@Component
public final class World {
  private static final AtomicInteger CODES = new AtomicInteger();

  private final EventStore events;
  private final PersonalData persons;
  private final RegimeLibrary regimes;
  private final Projections projections;

  World(EventStore events, PersonalData persons, RegimeLibrary regimes, Projections projections) {
    this.events = events;
    this.persons = persons;
    this.regimes = regimes;
    this.projections = projections;
  }

  public RegimeLibrary regimes() {
    return regimes;
  }

  public PersonalData persons() {
    return persons;
  }

  /** The events of a stream so far. */
  public List<Object> stream(String id) {
    List<Object> stream = new ArrayList<>();
    events.readEvents(id).forEachRemaining(message -> stream.add(message.getPayload()));
    return stream;
  }

  /** Appends events to a stream, all recorded at once. */
  public void store(String area, String stream, Instant recordedAt, List<?> added) {
    append(area, stream, recordedAt, added, Map.of());
  }

  /** The same, with the decision they follow from. */
  public void decided(
      Decision decision, String area, String stream, Instant recordedAt, List<?> added) {
    append(area, stream, recordedAt, added, Map.of(FactMetadata.DECISION, decision.written()));
  }

  private void append(
      String area, String stream, Instant recordedAt, List<?> added, Map<String, String> first) {
    long next = events.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
    MetaData metadata =
        MetaData.from(
            Map.of(
                FactMetadata.ACTOR,
                "jury.secretariat",
                FactMetadata.REQUEST,
                "request-1",
                FactMetadata.CLIENT,
                "registry/2.1"));
    List<DomainEventMessage<?>> messages = new ArrayList<>();
    for (Object event : added) {
      MetaData about = messages.isEmpty() ? metadata.mergedWith(first) : metadata;
      messages.add(
          new GenericDomainEventMessage<>(
              area, stream, next++, event, about, UUID.randomUUID().toString(), recordedAt));
    }
    events.publish(messages);
  }

  /** A référentiel like a shipped one under a code of its own, so that tests do not meet. */
  public ReferentielCode referentielLike(String shipped) {
    String code = shipped.substring(0, 3) + "-T" + CODES.incrementAndGet();
    publish(code, shipped, "", "2010-01-04");
    return new ReferentielCode(code);
  }

  /** Publishes a version; {@code titleSuffix} makes it another content. */
  public void publish(String code, String shipped, String titleSuffix, String recordedOn) {
    ReferentielDocument document =
        ShippedReferentiels.all().stream()
            .filter(it -> it.content().code().value().equals(shipped))
            .findFirst()
            .orElseThrow();
    String json =
        document
            .json()
            .replace("\"code\":\"" + shipped + "\"", "\"code\":\"" + code + "\"")
            .replace(
                "\"title\":\"" + document.content().title() + "\"",
                "\"title\":\"" + document.content().title() + titleSuffix + "\"");
    ReferentielDocument own = ReferentielDocument.parse(json, "test");
    int version =
        1 + (int) stream(code).stream().filter(ReferentielPublished.class::isInstance).count();
    store(
        "referentiel",
        code,
        MovableClock.noon(recordedOn),
        List.of(
            new ReferentielPublished(
                new ReferentielCode(code),
                version,
                own.content(),
                own.json(),
                own.sha256(),
                LocalDate.parse(recordedOn))));
  }

  /** The content of the version published last. */
  public ReferentielPublished published(ReferentielCode code) {
    return stream(code.value()).stream()
        .filter(ReferentielPublished.class::isInstance)
        .map(ReferentielPublished.class::cast)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  public void decide(ReferentielEvent event, String recordedOn) {
    store(
        "referentiel", event.referentiel().value(), MovableClock.noon(recordedOn), List.of(event));
  }

  /** Enters a candidate of that name. */
  public CandidateId candidate(String familyName, String... givenNames) {
    CandidateId id = new CandidateId(UUID.randomUUID());
    PersonId person = id.person();
    List<SealedText> given =
        Arrays.stream(givenNames)
            .map(name -> persons.seal(person, PersonalFields.GIVEN_NAME, name))
            .toList();
    Identity identity =
        new Identity(
            persons.seal(person, PersonalFields.FAMILY_NAME, familyName),
            given,
            persons.seal(person, PersonalFields.BIRTH_DATE, "1984-05-12"),
            persons.seal(person, PersonalFields.BIRTH_PLACE, "Lyon"),
            persons.seal(person, PersonalFields.EMAIL, "personne@example.org"));
    tell(new CandidateRegistered(id, identity, LocalDate.of(2013, 1, 7)), "2013-01-07");
    return id;
  }

  public void certificate(CandidateId id, String from, String through, String recordedOn) {
    SealedText number = persons.seal(id.person(), PersonalFields.CERTIFICATE_NUMBER, "SST-77");
    tell(
        new CertificateRecorded(id, "SST", LocalDate.parse(from), LocalDate.parse(through), number),
        recordedOn);
  }

  /** Erases as the command side does: the fact, then the key. */
  public void erase(CandidateId id) {
    tell(new CandidateErased(id, LocalDate.of(2025, 6, 2), "asked for"), "2025-06-02");
    persons.destroy(id.person());
  }

  private void tell(CandidateEvent event, String recordedOn) {
    store("candidate", event.candidate().toString(), MovableClock.noon(recordedOn), List.of(event));
  }

  /** Waits until every projection has every event. */
  public void settled() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            projections.progress().values().stream()
                .allMatch(it -> it.state() == Progress.State.FOLLOWING && it.lag() == 0));
  }

  /** The sequence the stream has reached, as a version. */
  public long version(String stream) {
    return Optional.ofNullable(events.lastSequenceNumberFor(stream).orElse(null))
        .map(last -> last + 1)
        .orElse(0L);
  }
}
