package fr.livret.query.audit;

import fr.livret.form.person.PersonalData;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.law.Days;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Opened;
import fr.livret.query.reading.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The decisions there are. */
@Component
class JournalEntries {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the sealed components of commands were sealed as. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "familyName", PersonalFields.FAMILY_NAME,
          "givenNames", PersonalFields.GIVEN_NAME,
          "birthDate", PersonalFields.BIRTH_DATE,
          "birthPlace", PersonalFields.BIRTH_PLACE,
          "email", PersonalFields.EMAIL,
          "number", PersonalFields.CERTIFICATE_NUMBER,
          "name", PersonalFields.EVALUATOR_NAME,
          "occupation", PersonalFields.VAE_OCCUPATION);

  private final JdbcClient jdbc;
  private final PersonalData persons;

  JournalEntries(JdbcClient jdbc, PersonalData persons) {
    this.jdbc = jdbc;
    this.persons = persons;
  }

  /**
   * A search; each criterion may be absent.
   *
   * @param path named by the command, whatever aggregate it is for
   * @param from the first day of recording
   * @param to the last one
   */
  record Search(
      Optional<UUID> path,
      Optional<Outcome> outcome,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    Filter filter() {
      return new Filter()
          .with("about @> to_jsonb(:path::text)", "path", path.map(UUID::toString))
          .with("outcome = :outcome", "outcome", outcome.map(Enum::name))
          .with("recorded_at >= :from", "from", from.map(Search::begins))
          .with("recorded_at < :to", "to", to.map(last -> begins(last.plusDays(1))));
    }

    private static OffsetDateTime begins(LocalDate day) {
      return day.atStartOfDay(Days.PARIS).toOffsetDateTime();
    }
  }

  /**
   * Decisions in the order of the log.
   *
   * @param after the position the page begins after
   */
  Page<DecisionAnswer> list(Search search, Optional<Long> after, int limit) {
    Filter filter = search.filter();
    long total =
        jdbc.sql("select count(*) from query.decision" + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter.with("position > :after", "after", after).value("limit", limit + 1);
    List<DecisionRow> found =
        jdbc.sql(
                "select * from query.decision" + filter.where() + " order by position limit :limit")
            .params(filter.values())
            .query((row, _) -> DecisionProjection.read(row))
            .list();
    Page<DecisionRow> page = Page.of(found, limit, total, row -> Cursor.of(row.position()));
    Opened opened =
        Opened.of(page.items().stream().map(row -> JSON.readTree(row.content())).toList(), persons);
    return page.map(row -> answer(row, opened));
  }

  private static DecisionAnswer answer(DecisionRow row, Opened opened) {
    @Nullable JsonNode facts = row.facts() == null ? null : JSON.readTree(row.facts());
    return DecisionAnswer.of(
        row,
        opened.shown(JSON.readTree(row.content()), name -> FIELDS.getOrDefault(name, name)),
        facts);
  }
}
