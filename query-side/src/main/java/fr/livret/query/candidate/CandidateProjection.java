package fr.livret.query.candidate;

import fr.livret.form.person.PersonalData;
import fr.livret.kernel.candidate.CandidateEvent;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.person.PersonId;
import fr.livret.query.candidate.CandidateRow.CertificateHeld;
import fr.livret.query.candidate.CandidateRow.Who;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.JsonColumn;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.ReadIn;
import fr.livret.query.projection.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row for each candidate. */
@Component
final class CandidateProjection implements Projection<CandidateEvent, CandidateId, CandidateRow> {
  private static final JsonColumn<String> NAMES = JsonColumn.of(String.class);
  private static final JsonColumn<CertificateHeld> CERTIFICATES =
      JsonColumn.of(CertificateHeld.class);
  private static final Table<CandidateId, CandidateRow> TABLE =
      new Table<>(
          "query.candidate",
          List.of(Column.uuid("id", CandidateId::value)),
          List.of(
              Column.text("family_name", who(Who::familyName)),
              Column.json("given_names", who(who -> NAMES.write(who.givenNames()))),
              Column.text("birth_date", who(Who::birthDate)),
              Column.text("birth_place", who(Who::birthPlace)),
              Column.text("email", who(Who::email)),
              Column.flag("erased", CandidateRow::erased),
              Column.day("registered_on", CandidateRow::registeredOn),
              Column.instant("registered_at", CandidateRow::registeredAt),
              Column.json("certificates", row -> CERTIFICATES.write(row.certificates())),
              Column.text("search", CandidateRow::search),
              Column.text("sort_name", CandidateRow::sortName),
              Column.number("version", CandidateRow::version),
              Column.json("provenance", row -> ReadIn.written(row.readIn()))),
          CandidateRow::id,
          (row, _) -> read(row));

  private final PersonalData persons;

  CandidateProjection(PersonalData persons) {
    this.persons = persons;
  }

  private static Function<CandidateRow, @Nullable String> who(
      Function<Who, @Nullable String> value) {
    return row -> row.who() == null ? null : value.apply(row.who());
  }

  static CandidateRow read(ResultSet row) throws SQLException {
    return new CandidateRow(
        new CandidateId(row.getObject("id", UUID.class)),
        readWho(row),
        row.getBoolean("erased"),
        row.getObject("registered_on", LocalDate.class),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        CERTIFICATES.read(row.getString("certificates")),
        row.getLong("version"),
        ReadIn.read(row.getString("provenance")));
  }

  static @Nullable Who readWho(ResultSet row) throws SQLException {
    @Nullable String familyName = row.getString("family_name");
    return familyName == null
        ? null
        : new Who(
            familyName,
            NAMES.read(row.getString("given_names")),
            row.getString("birth_date"),
            row.getString("birth_place"),
            row.getString("email"));
  }

  @Override
  public String name() {
    return "candidates";
  }

  @Override
  public Class<CandidateEvent> events() {
    return CandidateEvent.class;
  }

  @Override
  public Table<CandidateId, CandidateRow> table() {
    return TABLE;
  }

  @Override
  public Optional<CandidateId> key(Fact<CandidateEvent> fact) {
    return Optional.of(fact.event().candidate());
  }

  /** The keys of all candidates of the batch are fetched at once. */
  @Override
  public Fold<CandidateEvent, CandidateRow> folding(List<Fact<CandidateEvent>> batch) {
    Set<PersonId> of =
        batch.stream().map(fact -> fact.event().candidate().person()).collect(Collectors.toSet());
    PersonalData.Reading keys = persons.reading(of);
    return (row, fact) -> CandidateRow.evolve(row, fact, keys);
  }
}
