package fr.livret.query;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.MinutesRef;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathEvent.CandidateAbsent;
import fr.livret.kernel.path.PathEvent.Carried;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.InsertionSurveyed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.ReviewEvent.AbsenceAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleRefusalAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import fr.livret.kernel.path.Survey;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A path told fact by fact, where what the law makes of it does not matter. */
public final class Told {
  private static final String RULE = "TP-2006/1#title.decision";

  private final World world;
  private final PathId id = new PathId(UUID.randomUUID());
  private final ReferentielCode code;
  private @Nullable MinutesRef minutes;
  private String recordedOn = "2025-12-01";

  private Told(World world, ReferentielCode code) {
    this.world = world;
    this.code = code;
  }

  /** Opens a path of that candidate. */
  public static Told of(
      World world, CandidateId candidate, ReferentielCode code, Route route, String openedOn) {
    Told told = new Told(world, code);
    return told.store(
        new PathOpened(
            told.id,
            candidate,
            code,
            1,
            new RegimeId("TP-2006", 1),
            route,
            Access.impliedBy(route),
            LocalDate.parse(openedOn),
            null,
            null));
  }

  /** Opens a path of somebody. */
  public static Told of(World world, ReferentielCode code, Route route) {
    return of(world, new CandidateId(UUID.randomUUID()), code, route, "2013-01-07");
  }

  public String id() {
    return id.toString();
  }

  /** What follows stands in these minutes. */
  public Told in(String session, int edition) {
    minutes = new MinutesRef(session, edition);
    return this;
  }

  /** What follows is recorded at noon of that day. */
  public Told recordedOn(String day) {
    recordedOn = day;
    return this;
  }

  public Told ccp(String ccp, String on) {
    return store(
        new CcpObtained(
            id,
            new CcpCode(ccp),
            LocalDate.parse(on),
            "BINOME",
            List.of(),
            Set.of(),
            null,
            RULE,
            minutes));
  }

  public Told ccpAnnulled(String ccp, String obtainedOn, String on) {
    return store(
        new CcpAnnulled(
            id,
            new CcpCode(ccp),
            LocalDate.parse(obtainedOn),
            LocalDate.parse(on),
            "reason",
            null,
            RULE,
            null));
  }

  public Told title(String on) {
    return title(on, RestsOn.ALL_CCPS);
  }

  public Told wholeTitle(String on) {
    return title(on, RestsOn.SESSION);
  }

  private Told title(String on, RestsOn restsOn) {
    return store(new TitleAwarded(id, LocalDate.parse(on), restsOn, Set.of(), true, RULE, minutes));
  }

  public Told refused(String on, String... granted) {
    Set<CcpCode> ccps = Arrays.stream(granted).map(CcpCode::new).collect(Collectors.toSet());
    store(new TitleRefused(id, LocalDate.parse(on), ccps, RULE, minutes));
    for (String ccp : granted) {
      ccp(ccp, on);
    }
    return this;
  }

  public Told absent(String on) {
    return store(new CandidateAbsent(id, LocalDate.parse(on), false, minutes));
  }

  public Told refusalAnnulled(String heldOn, String on) {
    return store(
        new TitleRefusalAnnulled(
            id, LocalDate.parse(heldOn), LocalDate.parse(on), "reason", null, minutes(), RULE));
  }

  public Told absenceAnnulled(String heldOn, String on) {
    return store(
        new AbsenceAnnulled(
            id, LocalDate.parse(heldOn), LocalDate.parse(on), "reason", null, minutes(), RULE));
  }

  public Told titleAnnulled(String heldOn, String on) {
    return store(
        new TitleAnnulled(
            id, LocalDate.parse(heldOn), LocalDate.parse(on), "reason", null, minutes(), RULE));
  }

  public Told withdrawn(String heldOn, String on) {
    return store(
        new TitleWithdrawn(id, LocalDate.parse(heldOn), LocalDate.parse(on), "fraud", RULE));
  }

  public Told sixMonths(String on, boolean employed, boolean inOccupation) {
    return survey(Survey.SIX_MONTHS, on, employed, inOccupation);
  }

  public Told twoYears(String on, boolean employed, boolean inOccupation) {
    return survey(Survey.TWO_YEARS, on, employed, inOccupation);
  }

  private Told survey(Survey after, String on, boolean employed, boolean inOccupation) {
    return store(
        new InsertionSurveyed(id, after, LocalDate.parse(on), employed, inOccupation, RULE));
  }

  public Told transferred(
      ReferentielCode to, String on, String from, String as, String obtainedOn) {
    return store(
        new PathTransferred(
            id,
            code,
            to,
            1,
            new RegimeId("TP-2016", 1),
            LocalDate.parse(on),
            List.of(
                new Carried(new CcpCode(from), new CcpCode(as), LocalDate.parse(obtainedOn), null)),
            "JO",
            Mark.SEEN,
            RULE));
  }

  private MinutesRef minutes() {
    if (minutes == null) {
      throw new IllegalStateException("no minutes were named");
    }
    return minutes;
  }

  private Told store(PathEvent event) {
    world.store("path", id(), MovableClock.noon(recordedOn), List.of(event));
    return this;
  }
}
