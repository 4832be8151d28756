package fr.livret.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Told;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The figures against another way to count the same facts: SQL over what is stored. */
@QueryTest
class OracleTest {
  private static final String OF_THE_TITLE =
      " path_id in (select path_id from query.path_fact where type like '%PathOpened'"
          + " and event ->> 'certification' = :code)";

  private final World world;
  private final Http http;
  private final JdbcClient jdbc;

  OracleTest(World world, Http http, JdbcClient jdbc) {
    this.world = world;
    this.http = http;
    this.jdbc = jdbc;
  }

  private ReferentielCode population() {
    Random random = new Random(7);
    ReferentielCode code = world.referentielLike("AMIS-2013");
    for (int number = 0; number < 60; number++) {
      LocalDate day = LocalDate.of(2012, 1, 2).plusDays(random.nextInt(3_000));
      Told told =
          Told.of(world, code, random.nextInt(4) == 0 ? Route.VAE : Route.TRAINING).in("S", 1);
      if (random.nextInt(3) == 0) {
        told.refused(day.toString(), "CCP1");
        day = day.plusDays(200);
      }
      told.title(day.toString());
      if (random.nextInt(3) > 0) {
        told.sixMonths(day.plusMonths(6).toString(), random.nextInt(3) > 0, random.nextBoolean());
      }
      if (random.nextInt(6) == 0) {
        told.titleAnnulled(day.toString(), day.plusDays(30).toString());
        if (random.nextBoolean()) {
          told.in("T", 1).title(day.plusDays(90).toString());
        }
      } else if (random.nextInt(6) == 0) {
        told.withdrawn(day.toString(), day.plusDays(400).toString());
      }
    }
    for (int number = 0; number < 15; number++) {
      LocalDate first = LocalDate.of(2011, 12, 15).plusDays(random.nextInt(900));
      Travel.open(world, world.candidate("Oracle"), code, Route.CAPITALISATION, "2011-11-07")
          .ccp("CCP1", first.toString())
          .ccp("CCP2", first.plusDays(random.nextInt(2) * 300).toString())
          .day("2021-06-01");
    }
    world.settled();
    return code;
  }

  private Map<Integer, Long> byYear(ReferentielCode code, String sql) {
    Map<Integer, Long> counts = new TreeMap<>();
    jdbc.sql(sql)
        .param("code", code.value())
        .query(row -> {
          counts.put(row.getInt(1), row.getLong(2));
        });
    return counts;
  }

  private static Map<Integer, Long> byYear(JsonNode table, String pointer) {
    Map<Integer, Long> counts = new TreeMap<>();
    table
        .path("items")
        .forEach(item -> {
          if (item.at(pointer).asLong() > 0) {
            counts.put(item.path("year").asInt(), item.at(pointer).asLong());
          }
        });
    return counts;
  }

  @Test
  void certified_insertion_and_expired_windows_are_what_the_facts_say() {
    ReferentielCode code = population();
    JsonNode table = http.json("/api/statistics?certification=" + code);
    String standing =
        "query.path_fact a where type like '%TitleAwarded' and not exists (select from"
            + " query.path_fact b where b.path_id = a.path_id and b.version > a.version and"
            + " (b.type like '%TitleAnnulled' or b.type like '%TitleWithdrawn')) and"
            + OF_THE_TITLE;
    assertThat(byYear(table, "/certified"))
        .hasSizeGreaterThan(3)
        .isEqualTo(
            byYear(
                code,
                "select extract(year from (event ->> 'heldOn')::date)::int, count(*) from "
                    + standing
                    + " group by 1"));
    assertThat(byYear(table, "/insertionAt6Months/count"))
        .hasSizeGreaterThan(3)
        .isEqualTo(
            byYear(
                code,
                "select extract(year from (event ->> 'heldOn')::date)::int, count(*) from "
                    + standing
                    + " and exists (select from query.path_fact s where s.path_id = a.path_id and"
                    + " s.version > a.version and s.type like '%InsertionSurveyed' and"
                    + " (s.event ->> 'employed')::boolean) group by 1"));
    assertThat(byYear(table, "/windowsExpired"))
        .hasSizeGreaterThan(1)
        .isEqualTo(
            byYear(
                code,
                "select extract(year from effective_on)::int, count(distinct (path_id,"
                    + " effective_on)) from query.path_fact where type like '%CcpLapsed' and"
                    + OF_THE_TITLE
                    + " group by 1"));
  }
}
