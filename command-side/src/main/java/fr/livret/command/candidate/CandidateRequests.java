package fr.livret.command.candidate;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.http.Input;
import fr.livret.kernel.candidate.CandidateCommand.EraseCandidate;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What requests about candidates carry. */
final class CandidateRequests {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,250}");

  private CandidateRequests() {}

  @Schema(
      example =
          """
          {"familyName": "Benali", "givenNames": ["Samia", "Inès"], "birthDate": "1990-04-17",
           "birthPlace": "Roubaix", "email": "samia@example.org"}\
          """)
  record Registration(
      @Nullable String familyName,
      @Nullable List<@Nullable String> givenNames,
      @Nullable LocalDate birthDate,
      @Nullable String birthPlace,
      @Nullable String email) {

    void check(LocalDate today) {
      Input in = Input.check();
      in.name("familyName", familyName);
      in.names("givenNames", givenNames, 1, 20);
      in.date("birthDate", birthDate);
      if (birthDate != null && birthDate.isAfter(today)) {
        in.refuse("birthDate", "must not be in the future");
      }
      if (birthPlace != null) {
        in.name("birthPlace", birthPlace);
      }
      if (email != null) {
        in.matching("email", email, EMAIL, "must be an e-mail address");
        in.text("email", email, 320);
      }
      in.orThrow();
    }

    Identity sealed(PersonId person, PersonalData data) {
      Input in = Input.check();
      List<SealedText> given =
          in.<String>list("givenNames", givenNames, 1, 20).stream()
              .map(name -> data.seal(person, PersonalFields.GIVEN_NAME, name))
              .toList();
      return new Identity(
          data.seal(person, PersonalFields.FAMILY_NAME, in.required("familyName", familyName)),
          given,
          data.seal(
              person, PersonalFields.BIRTH_DATE, in.required("birthDate", birthDate).toString()),
          birthPlace == null ? null : data.seal(person, PersonalFields.BIRTH_PLACE, birthPlace),
          email == null ? null : data.seal(person, PersonalFields.EMAIL, email));
    }

    @Override
    public String toString() {
      return "Registration"; // Never the person's data, wherever it may be logged.
    }
  }

  @Schema(
      example =
          """
          {"kind": "SST", "obtainedOn": "2025-01-15", "validThrough": "2027-01-15"}\
          """)
  record CertificateRecord(
      @Nullable String kind,
      @Nullable LocalDate obtainedOn,
      @Nullable LocalDate validThrough,
      @Nullable String number) {

    Certificate certificate() {
      Input in = Input.check();
      String checkedKind = in.code("kind", kind);
      LocalDate from = in.date("obtainedOn", obtainedOn);
      LocalDate through = in.date("validThrough", validThrough);
      in.optionalText("number", number, 100);
      in.orThrow();
      return new Certificate(checkedKind, from, through);
    }

    @Nullable SealedText sealedNumber(PersonId person, PersonalData data) {
      return number == null ? null : data.seal(person, PersonalFields.CERTIFICATE_NUMBER, number);
    }

    @Override
    public String toString() {
      return "CertificateRecord";
    }
  }

  @Schema(
      example =
          """
          {"requestedOn": "2026-11-02", "reason": "Demande de la personne, art. 17 RGPD"}\
          """)
  record Erasure(@Nullable LocalDate requestedOn, @Nullable String reason) {

    EraseCandidate command(CandidateId candidate, LocalDate today) {
      Input in = Input.check();
      LocalDate on = in.date("requestedOn", requestedOn);
      String why = in.prose("reason", reason, 2_000);
      in.orThrow();
      return new EraseCandidate(candidate, on, why, today);
    }
  }
}
