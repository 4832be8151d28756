package fr.livret.kernel.path;

import static fr.livret.kernel.law.Refused.CCPS_MISSING;
import static fr.livret.kernel.law.Refused.OUTSIDE_VALIDITY;
import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.close;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.prorogue;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.span;
import static fr.livret.kernel.path.LimitRule.TITLE_CLOSURE;
import static fr.livret.kernel.path.LimitRule.TITLE_VALIDITY;
import static fr.livret.kernel.path.WorkedCase.Answer.fulfilled;
import static fr.livret.kernel.path.WorkedCase.Answer.none;
import static fr.livret.kernel.path.WorkedCase.Answer.open;
import static fr.livret.kernel.path.WorkedCase.Answer.unlimited;

import java.util.List;

/** The worked cases W01 to W11, each with its neighbours one day either side of every boundary. */
final class WorkedCases {
  private static final String[] THREE = {"CCP1", "CCP2", "CCP3"};
  private static final String[] FOUR_BLOCS = {"BC01", "BC02", "BC03", "BC04"};
  private static final String[] FIVE_BLOCS = {"BC01", "BC02", "BC03", "BC04", "BC05"};

  private WorkedCases() {}

  static List<WorkedCase> all() {
    return List.of(w01(), w02(), w03(), w04(), w05(), w06(), w07(), w08(), w09(), w10(), w11());
  }

  private static WorkedCase w01() {
    return WorkedCase.of(
            "W01",
            "the last day is included, and once all CCPs are held the title may follow later",
            AMIS_2013,
            CAPITALISATION,
            record("CCP1", "2014-03-10"),
            record("CCP2", "2016-05-02"),
            record("CCP3", "2019-03-10"))
        .expect(
            open("2018-12-31", span("2014-03-10", "2019-03-10"), "CCP1", "CCP2"),
            fulfilled("2019-03-10", THREE),
            fulfilled("2024-01-01", THREE))
        .titleAccepted("2020-06-15")
        // Neighbours
        .expect(
            none("2014-03-09"),
            open("2014-03-10", span("2014-03-10", "2019-03-10"), "CCP1"),
            open("2016-05-01", span("2014-03-10", "2019-03-10"), "CCP1"),
            open("2019-03-09", span("2014-03-10", "2019-03-10"), "CCP1", "CCP2"),
            fulfilled("2019-03-11", THREE))
        .titleRefused("2019-03-09", CCPS_MISSING, "CCP3")
        .titleAccepted("2019-03-10")
        .titleAccepted("2019-03-11");
  }

  private static WorkedCase w02() {
    return WorkedCase.of(
            "W02",
            "one day late: the oldest CCP lapses, the window slides to the next",
            AMIS_2013,
            CAPITALISATION,
            record("CCP1", "2014-03-10"),
            record("CCP2", "2016-05-02"),
            record("CCP3", "2019-03-11"))
        .expect(
            open("2019-03-11", span("2016-05-02", "2021-05-02"), "CCP2", "CCP3")
                .lapsed("CCP1 2019-03-11"))
        .titleRefused("2019-04-01", CCPS_MISSING, "CCP1")
        // Neighbours
        .expect(
            open("2019-03-10", span("2014-03-10", "2019-03-10"), "CCP1", "CCP2"),
            open("2019-03-12", span("2016-05-02", "2021-05-02"), "CCP2", "CCP3")
                .lapsed("CCP1 2019-03-11"),
            open("2021-05-02", span("2016-05-02", "2021-05-02"), "CCP2", "CCP3")
                .lapsed("CCP1 2019-03-11"),
            open("2021-05-03", span("2019-03-11", "2024-03-11"), "CCP3")
                .lapsed("CCP1 2019-03-11", "CCP2 2021-05-03"),
            open("2024-03-11", span("2019-03-11", "2024-03-11"), "CCP3")
                .lapsed("CCP1 2019-03-11", "CCP2 2021-05-03"),
            none("2024-03-12").lapsed("CCP1 2019-03-11", "CCP2 2021-05-03", "CCP3 2024-03-12"))
        .titleRefused("2019-03-10", CCPS_MISSING, "CCP3")
        .titleRefused("2019-03-11", CCPS_MISSING, "CCP1");
  }

  private static WorkedCase w03() {
    return WorkedCase.of(
            "W03", "29 February", AMIS_2013, CAPITALISATION, record("CCP1", "2016-02-29"))
        .expect(
            open("2021-02-28", span("2016-02-29", "2021-02-28"), "CCP1"),
            none("2021-03-01").lapsed("CCP1 2021-03-01"))
        // Neighbours
        .expect(
            none("2016-02-28"),
            open("2021-02-27", span("2016-02-29", "2021-02-28"), "CCP1"),
            none("2021-03-02").lapsed("CCP1 2021-03-01"));
  }

  private static WorkedCase w04() {
    return tms("W04", "TP-2002: the title itself must be obtained inside the window, last day in")
        .expect(open("2011-01-16", span("2006-01-16", "2011-01-16"), THREE))
        .titleAccepted("2011-01-16")
        // Neighbours
        .expect(open("2011-01-15", span("2006-01-16", "2011-01-16"), THREE))
        .titleAccepted("2011-01-15")
        .titleAccepted("2010-12-01")
        .titleRefused("2010-11-30", CCPS_MISSING, "CCP3");
  }

  private static WorkedCase w05() {
    return tms("W05", "TP-2002: all CCPs in time, title one day late")
        .expect(
            open("2011-01-17", span("2008-05-20", "2013-05-20"), "CCP2", "CCP3")
                .lapsed("CCP1 2011-01-17"))
        .titleRefused("2011-01-17", CCPS_MISSING, "CCP1")
        // Neighbours; the référentiel itself ends on 2012-05-15
        .expect(
            open("2011-01-18", span("2008-05-20", "2013-05-20"), "CCP2", "CCP3")
                .lapsed("CCP1 2011-01-17"),
            open("2013-05-20", span("2008-05-20", "2013-05-20"), "CCP2", "CCP3")
                .lapsed("CCP1 2011-01-17"),
            open("2013-05-21", span("2010-12-01", "2015-12-01"), "CCP3")
                .lapsed("CCP1 2011-01-17", "CCP2 2013-05-21"))
        .titleRefused("2011-01-18", CCPS_MISSING, "CCP1")
        .titleRefused("2012-05-15", CCPS_MISSING, "CCP1")
        .titleRefused("2012-05-16", OUTSIDE_VALIDITY);
  }

  private static WorkedCase tms(String id, String why) {
    return WorkedCase.of(
        id,
        why,
        TMS_2004,
        CAPITALISATION,
        record("CCP1", "2006-01-16"),
        record("CCP2", "2008-05-20"),
        record("CCP3", "2010-12-01"));
  }

  private static WorkedCase w06() {
    return WorkedCase.of(
            "W06",
            "a CCP recorded late and earlier than the first one moves the window",
            AMIS_2013,
            CAPITALISATION,
            record("CCP2", "2015-06-01", "2015-06-10"),
            record("CCP1", "2014-01-20", "2015-09-01"))
        .expect(
            open("2015-12-31", span("2014-01-20", "2019-01-20"), "CCP1", "CCP2"),
            open("2015-08-01", span("2015-06-01", "2020-06-01"), "CCP2").knownThatDay())
        // Neighbours
        .expect(
            open("2015-06-10", span("2015-06-01", "2020-06-01"), "CCP2").knownThatDay(),
            none("2015-05-31").knownThatDay(),
            open("2015-08-31", span("2015-06-01", "2020-06-01"), "CCP2").knownThatDay(),
            open("2015-09-01", span("2014-01-20", "2019-01-20"), "CCP1", "CCP2").knownThatDay(),
            open("2015-08-01", span("2014-01-20", "2019-01-20"), "CCP1", "CCP2"),
            open("2019-01-20", span("2014-01-20", "2019-01-20"), "CCP1", "CCP2"),
            open("2019-01-21", span("2015-06-01", "2020-06-01"), "CCP2").lapsed("CCP1 2019-01-21"));
  }

  private static WorkedCase w07() {
    return WorkedCase.of(
            "W07",
            "the first CCP is annulled: the window re-anchors",
            AMIS_2013,
            CAPITALISATION,
            record("CCP1", "2014-01-20"),
            record("CCP2", "2015-06-01"),
            annul("CCP1", "2016-02-10"))
        .expect(
            open("2016-02-10", span("2015-06-01", "2020-06-01"), "CCP2"),
            open("2016-01-31", span("2014-01-20", "2019-01-20"), "CCP1", "CCP2").knownThatDay())
        // Neighbours: once annulled, it never counted
        .expect(
            open("2016-02-09", span("2014-01-20", "2019-01-20"), "CCP1", "CCP2").knownThatDay(),
            open("2016-02-10", span("2015-06-01", "2020-06-01"), "CCP2").knownThatDay(),
            open("2016-02-09", span("2015-06-01", "2020-06-01"), "CCP2"),
            open("2016-02-11", span("2015-06-01", "2020-06-01"), "CCP2"),
            open("2020-06-01", span("2015-06-01", "2020-06-01"), "CCP2"),
            none("2020-06-02").lapsed("CCP2 2020-06-02"));
  }

  private static WorkedCase w08() {
    return WorkedCase.of(
            "W08",
            "CCPs of the same day lapse together",
            AMIS_2013,
            TRAINING,
            grant("2013-10-04", "CCP1", "CCP2"))
        .expect(
            open("2018-10-04", span("2013-10-04", "2018-10-04"), "CCP1", "CCP2"),
            none("2018-10-05").lapsed("CCP1 2018-10-05", "CCP2 2018-10-05"))
        // Neighbours
        .expect(
            none("2013-10-03"),
            open("2013-10-04", span("2013-10-04", "2018-10-04"), "CCP1", "CCP2"),
            open("2018-10-03", span("2013-10-04", "2018-10-04"), "CCP1", "CCP2"),
            none("2018-10-06").lapsed("CCP1 2018-10-05", "CCP2 2018-10-05"));
  }

  private static WorkedCase w09() {
    return WorkedCase.of(
            "W09",
            "private title: no window, five blocs",
            AICMP_2022,
            TRAINING,
            record("BC01", "2022-06-10"),
            record("BC02", "2022-06-10"),
            record("BC03", "2023-01-20"),
            record("BC04", "2023-06-16"),
            record("BC05", "2024-05-31"))
        .expect(unlimited("2024-05-30", FOUR_BLOCS), fulfilled("2024-05-31", FIVE_BLOCS))
        // Neighbours
        .expect(
            unlimited("2022-06-09"),
            unlimited("2022-06-10", "BC01", "BC02"),
            fulfilled("2024-06-01", FIVE_BLOCS),
            fulfilled("2030-01-01", FIVE_BLOCS))
        .titleRefused("2024-05-30", CCPS_MISSING, "BC05")
        .titleAccepted("2024-05-31")
        .titleAccepted("2024-06-01")
        .titleRefused("2024-06-02", OUTSIDE_VALIDITY);
  }

  private static WorkedCase w10() {
    WindowSpan toValidity = span("2025-02-03", "2028-07-02", TITLE_VALIDITY);
    WindowSpan toClosure = span("2025-02-03", "2029-07-02", TITLE_CLOSURE);
    WindowSpan toFiveYears = span("2025-02-03", "2030-02-03");
    return WorkedCase.of(
            "W10",
            "TP-2016: validity ends before the five years, closed (+1 year), prorogued afterwards",
            AMIS_2023,
            CAPITALISATION,
            record("CCP1", "2025-02-03"),
            close("2028-06-01"),
            prorogue("2029-09-03", "2033-07-02"))
        .expect(
            open("2026-01-01", toValidity, "CCP1").knownThatDay(),
            open("2028-07-03", toClosure, "CCP1").knownThatDay(),
            none("2029-07-03").lapsed("CCP1 2029-07-03").knownThatDay(),
            open("2029-09-03", toFiveYears, "CCP1"))
        // Neighbours
        .expect(
            open("2028-05-31", toValidity, "CCP1").knownThatDay(),
            open("2028-06-01", toClosure, "CCP1").knownThatDay(),
            open("2028-07-02", toClosure, "CCP1").knownThatDay(),
            open("2029-07-02", toClosure, "CCP1").knownThatDay(),
            none("2029-09-02").lapsed("CCP1 2029-07-03").knownThatDay(),
            open("2029-09-03", toFiveYears, "CCP1").knownThatDay(),
            open("2029-09-04", toFiveYears, "CCP1"),
            open("2030-02-03", toFiveYears, "CCP1"),
            none("2030-02-04").lapsed("CCP1 2030-02-04"));
  }

  private static WorkedCase w11() {
    return WorkedCase.of(
            "W11",
            "a lapsed CCP is obtained again the day it lapses",
            AMIS_2013,
            CAPITALISATION,
            record("CCP1", "2012-01-01"),
            record("CCP2", "2014-01-01"),
            record("CCP1", "2017-01-02"),
            record("CCP3", "2018-12-31"))
        .expect(
            open("2017-01-02", span("2014-01-01", "2019-01-01"), "CCP1", "CCP2")
                .lapsed("CCP1 2017-01-02"),
            fulfilled("2018-12-31", THREE).lapsed("CCP1 2017-01-02"))
        // Neighbours
        .expect(
            open("2017-01-01", span("2012-01-01", "2017-01-01"), "CCP1", "CCP2"),
            open("2017-01-03", span("2014-01-01", "2019-01-01"), "CCP1", "CCP2")
                .lapsed("CCP1 2017-01-02"),
            open("2018-12-30", span("2014-01-01", "2019-01-01"), "CCP1", "CCP2")
                .lapsed("CCP1 2017-01-02"),
            fulfilled("2019-01-01", THREE).lapsed("CCP1 2017-01-02"),
            fulfilled("2019-01-02", THREE).lapsed("CCP1 2017-01-02"))
        .titleRefused("2018-12-30", CCPS_MISSING, "CCP3")
        .titleAccepted("2018-12-31")
        .titleAccepted("2019-01-02");
  }
}
