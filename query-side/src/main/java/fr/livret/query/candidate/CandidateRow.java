package fr.livret.query.candidate;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateEvent.CandidateErased;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.CandidateEvent.CertificateRecorded;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.person.SealedText;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.ReadIn;
import fr.livret.query.reading.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A candidate in clear, as long as the key stands.
 *
 * @param who absent once the key is destroyed
 * @param erased whether the erasure was recorded
 * @param certificates in the order of recording
 * @param version of its stream
 * @param readIn where the registration was read, where an import brought it
 */
record CandidateRow(
    CandidateId id,
    @Nullable Who who,
    boolean erased,
    LocalDate registeredOn,
    Instant registeredAt,
    List<CertificateHeld> certificates,
    long version,
    @Nullable ReadIn readIn) {
  /** Enough to tell two candidates apart in a list, and short enough for a cursor. */
  private static final int SORTED_BY = 60;

  /** Who a candidate is. */
  record Who(
      String familyName,
      List<String> givenNames,
      String birthDate,
      @Nullable String birthPlace,
      @Nullable String email) {
    Who {
      givenNames = List.copyOf(givenNames);
    }

    String name() {
      return givenNames.isEmpty() ? familyName : familyName + " " + String.join(" ", givenNames);
    }
  }

  /**
   * A certificate held.
   *
   * @param number absent where none was stated, and once the key is destroyed
   * @param recordedAt when it became known
   */
  record CertificateHeld(
      String kind,
      LocalDate obtainedOn,
      LocalDate validThrough,
      @Nullable String number,
      Instant recordedAt) {
    Certificate certificate() {
      return new Certificate(kind, obtainedOn, validThrough);
    }

    CertificateHeld withoutNumber() {
      return new CertificateHeld(kind, obtainedOn, validThrough, null, recordedAt);
    }
  }

  CandidateRow {
    certificates = List.copyOf(certificates);
  }

  static CandidateRow evolve(
      @Nullable CandidateRow row, Fact<CandidateEvent> fact, PersonalData.Reading keys) {
    return switch (fact.event()) {
      case CandidateRegistered(var id, var identity, var registeredOn) ->
          new CandidateRow(
              id,
              opened(identity, keys),
              false,
              registeredOn,
              fact.recordedAt(),
              List.of(),
              fact.version(),
              fact.readIn());
      case CertificateRecorded recorded ->
          known(row, fact).with(held(recorded, fact.recordedAt(), keys), fact.version());
      case CandidateErased _ -> known(row, fact).withoutWho(fact.version());
    };
  }

  private static CandidateRow known(@Nullable CandidateRow row, Fact<CandidateEvent> fact) {
    if (row == null) {
      throw new IllegalStateException(
          "candidate " + fact.event().candidate() + " was never registered");
    }
    return row;
  }

  /** All or nothing: every field is sealed under the same key. */
  private static @Nullable Who opened(Identity identity, PersonalData.Reading keys) {
    Optional<String> familyName = keys.open(identity.familyName(), PersonalFields.FAMILY_NAME);
    if (familyName.isEmpty()) {
      return null;
    }
    List<String> givenNames = new ArrayList<>();
    for (SealedText name : identity.givenNames()) {
      givenNames.add(keys.open(name, PersonalFields.GIVEN_NAME).orElseThrow());
    }
    return new Who(
        familyName.get(),
        givenNames,
        keys.open(identity.birthDate(), PersonalFields.BIRTH_DATE).orElseThrow(),
        opened(identity.birthPlace(), PersonalFields.BIRTH_PLACE, keys),
        opened(identity.email(), PersonalFields.EMAIL, keys));
  }

  private static CertificateHeld held(
      CertificateRecorded event, Instant recordedAt, PersonalData.Reading keys) {
    return new CertificateHeld(
        event.kind(),
        event.obtainedOn(),
        event.validThrough(),
        opened(event.number(), PersonalFields.CERTIFICATE_NUMBER, keys),
        recordedAt);
  }

  private static @Nullable String opened(
      @Nullable SealedText text, String field, PersonalData.Reading keys) {
    return text == null ? null : keys.open(text, field).orElse(null);
  }

  private CandidateRow with(CertificateHeld certificate, long now) {
    List<CertificateHeld> all = new ArrayList<>(certificates);
    all.add(certificate);
    return new CandidateRow(id, who, erased, registeredOn, registeredAt, all, now, readIn);
  }

  private CandidateRow withoutWho(long now) {
    List<CertificateHeld> all = certificates.stream().map(CertificateHeld::withoutNumber).toList();
    return new CandidateRow(id, null, true, registeredOn, registeredAt, all, now, readIn);
  }

  CandidateRow at(long known) {
    return new CandidateRow(
        id, who, erased, registeredOn, registeredAt, certificates, known, readIn);
  }

  /** What a search looks in. */
  String search() {
    return who == null ? "" : SearchText.of(who.name());
  }

  /** The candidate's place in lists. */
  String sortName() {
    String name = search();
    return name.codePointCount(0, name.length()) <= SORTED_BY
        ? name
        : name.substring(0, name.offsetByCodePoints(0, SORTED_BY));
  }
}
