package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worked cases of the law, told to the whole product and asked of it, a day on either side. */
class WorkedCasesOverHttpTest extends StartedProduct {
  private String path = "";
  private long version;
  private Map<String, List<String>> required = Map.of();

  @Test
  void W01_the_last_day_is_included_and_the_title_may_follow_later() {
    open("AMIS-2013", "CAPITALISATION", "2014-03-10");
    obtained("CCP1", "2014-03-10");
    obtained("CCP2", "2016-05-02");
    obtained("CCP3", "2019-03-10");
    expect("2019-03-09", "OPEN", "2014-03-10", "2019-03-10", "CCP1", "CCP2");
    expect("2019-03-10", "FULFILLED", null, null, "CCP1", "CCP2", "CCP3");
    expect("2024-01-01", "FULFILLED", null, null, "CCP1", "CCP2", "CCP3");
    Web.Answer awarded = title("2020-06-15");
    assertThat(awarded.status()).isEqualTo(200);
    String after = Long.toString(awarded.version());
    Web.Answer titled = web().get("/api/paths/" + path, "X-After-Version", after);
    assertThat(titled.body().path("status").stringValue()).isEqualTo("TITLE_AWARDED");
  }

  @Test
  void W02_one_day_late_the_oldest_lapses_and_the_window_slides() {
    open("AMIS-2013", "CAPITALISATION", "2014-03-10");
    obtained("CCP1", "2014-03-10");
    obtained("CCP2", "2016-05-02");
    obtained("CCP3", "2019-03-11");
    expect("2019-03-11", "OPEN", "2016-05-02", "2021-05-02", "CCP2", "CCP3");
    Web.Answer refused = title("2019-04-01");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").stringValue()).isEqualTo("CCPS_MISSING");
    assertThat(refused.body().path("missing").toString()).isEqualTo("[\"CCP1\"]");
    assertThat(refused.body().at("/legalBasis/origin").stringValue())
        .startsWith("regimes/TP-2006.yaml:");
  }

  @Test
  void W03_where_29_february_does_not_exist_the_last_day_is_the_28th() {
    open("AMIS-2013", "CAPITALISATION", "2016-02-29");
    obtained("CCP1", "2016-02-29");
    expect("2021-02-28", "OPEN", "2016-02-29", "2021-02-28", "CCP1");
    expect("2021-03-01", "NONE", null, null);
  }

  @Test
  void W04_under_TP_2002_the_title_itself_must_come_by_the_last_day() {
    tmsWithAllCcps();
    expect("2011-01-16", "OPEN", "2006-01-16", "2011-01-16", "CCP1", "CCP2", "CCP3");
    assertThat(title("2011-01-16").status()).isEqualTo(200);
  }

  @Test
  void W05_under_TP_2002_a_title_one_day_late_finds_a_ccp_lapsed() {
    tmsWithAllCcps();
    expect("2011-01-17", "OPEN", "2008-05-20", "2013-05-20", "CCP2", "CCP3");
    Web.Answer refused = title("2011-01-17");
    assertThat(refused.body().path("code").stringValue()).isEqualTo("CCPS_MISSING");
  }

  @Test
  void W06_a_ccp_recorded_late_and_earlier_moves_the_window() {
    open("AMIS-2013", "CAPITALISATION", "2014-01-20");
    obtained("CCP2", "2015-06-01");
    obtained("CCP1", "2014-01-20");
    expect("2015-12-31", "OPEN", "2014-01-20", "2019-01-20", "CCP1", "CCP2");
  }

  @Test
  void W07_the_first_ccp_annulled_re_anchors_the_window() {
    open("AMIS-2013", "CAPITALISATION", "2014-01-20");
    obtained("CCP1", "2014-01-20");
    obtained("CCP2", "2015-06-01");
    Web.Answer annulled =
        web()
            .post(
                "/api/paths/" + path + "/ccps/CCP1/annulment",
                """
                {"decidedOn": "2016-02-10", "reason": "session annulled"}\
                """);
    assertThat(annulled.status()).isEqualTo(200);
    version = annulled.version();
    expect("2016-02-10", "OPEN", "2015-06-01", "2020-06-01", "CCP2");
  }

  @Test
  void W08_ccps_of_the_same_day_lapse_together() {
    open("AMIS-2013", "TRAINING", "2013-01-07");
    Web.Answer partial =
        web()
            .post(
                "/api/paths/" + path + "/jury-decisions",
                """
                {"heldOn": "2013-10-04", "decision": "PARTIAL", "ccps": ["CCP1", "CCP2"]}\
                """);
    assertThat(partial.status()).isEqualTo(200);
    version = partial.version();
    expect("2018-10-04", "OPEN", "2013-10-04", "2018-10-04", "CCP1", "CCP2");
    expect("2018-10-05", "NONE", null, null);
  }

  @Test
  void W09_a_private_title_has_no_window() {
    open("AICMP-2022", "TRAINING", "2022-01-10");
    obtained("BC01", "2022-06-10");
    obtained("BC02", "2022-06-10");
    obtained("BC03", "2023-01-20");
    obtained("BC04", "2023-06-16");
    obtained("BC05", "2024-05-31");
    expect("2024-05-30", "UNLIMITED", null, null, "BC01", "BC02", "BC03", "BC04");
    expect("2024-05-31", "FULFILLED", null, null, "BC01", "BC02", "BC03", "BC04", "BC05");
  }

  @Test
  void W11_a_lapsed_ccp_is_obtained_again_the_day_it_lapses() {
    open("AMIS-2013", "CAPITALISATION", "2012-01-01");
    obtained("CCP1", "2012-01-01");
    obtained("CCP2", "2014-01-01");
    obtained("CCP1", "2017-01-02");
    obtained("CCP3", "2018-12-31");
    expect("2017-01-01", "OPEN", "2012-01-01", "2017-01-01", "CCP1", "CCP2");
    expect("2017-01-02", "OPEN", "2014-01-01", "2019-01-01", "CCP1", "CCP2");
    expect("2018-12-31", "FULFILLED", null, null, "CCP1", "CCP2", "CCP3");
  }

  private void tmsWithAllCcps() {
    open("TMS-2004", "CAPITALISATION", "2006-01-16");
    obtained("CCP1", "2006-01-16");
    obtained("CCP2", "2008-05-20");
    obtained("CCP3", "2010-12-01");
  }

  private void open(String certification, String route, String openedOn) {
    required = new TreeMap<>();
    web()
        .get("/api/referentiels/" + certification)
        .body()
        .at("/document/ccps")
        .forEach(ccp ->
            required.put(
                ccp.path("code").stringValue(""),
                ccp.path("assessment")
                    .valueStream()
                    .filter(element -> element.path("required").asBoolean())
                    .map(element -> element.path("code").stringValue(""))
                    .toList()));
    String candidate =
        web()
            .post(
                "/api/candidates",
                """
                {"familyName": "Worked", "givenNames": ["Case"], "birthDate": "1985-05-05"}\
                """)
            .id();
    Web.Answer opened =
        web()
            .post(
                "/api/paths",
                """
                {"candidateId": "%s", "certification": "%s", "route": "%s", "openedOn": "%s"}\
                """
                    .formatted(candidate, certification, route, openedOn));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    path = opened.id();
    version = opened.version();
  }

  private void obtained(String ccp, String on) {
    String evidence =
        String.join(
            ",",
            required.getOrDefault(ccp, List.of()).stream().map(it -> "\"" + it + "\"").toList());
    Web.Answer answer =
        web()
            .post(
                "/api/paths/" + path + "/ccps",
                """
                {"ccp": "%s", "obtainedOn": "%s", "evidence": [%s],
                 "evaluators": [{"role": "PROFESSIONAL"}, {"role": "TRAINER"}]}\
                """
                    .formatted(ccp, on, evidence));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    version = answer.version();
  }

  private Web.Answer title(String heldOn) {
    return web()
        .post(
            "/api/paths/" + path + "/jury-decisions",
            """
            {"heldOn": "%s", "decision": "TITLE", "interviewHeld": true, "evidence": []}\
            """
                .formatted(heldOn));
  }

  private void expect(
      String on, String state, @Nullable String anchor, @Nullable String lastDay, String... held) {
    Web.Answer answer =
        web()
            .get(
                "/api/paths/" + path + "?effectiveOn=" + LocalDate.parse(on),
                "X-After-Version",
                Long.toString(version));
    var window = answer.body().path("window");
    assertThat(window.path("state").stringValue()).as(on).isEqualTo(state);
    if (anchor != null) {
      assertThat(window.path("anchor").stringValue()).as(on).isEqualTo(anchor);
      assertThat(window.path("lastDay").stringValue()).as(on).isEqualTo(lastDay);
    }
    List<String> counting =
        answer
            .body()
            .path("ccps")
            .valueStream()
            .filter(ccp -> ccp.path("status").stringValue().equals("HELD"))
            .map(ccp -> ccp.path("ccp").stringValue())
            .toList();
    assertThat(counting).as(on).isEqualTo(Arrays.asList(held));
  }
}
