package fr.livret.kernel.programme;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.Module;
import fr.livret.kernel.programme.Programme.PlannedHours;
import fr.livret.kernel.programme.Programme.Threshold;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiels;
import java.math.BigDecimal;
import java.util.List;

/** Programmes the tests speak of. */
public final class Programmes {
  /** Half of the points: an illustration, as in the shipped programmes. */
  public static final Threshold HALF =
      new Threshold(new BigDecimal("0.5"), "illustration", Mark.READING);

  /** Three blocs of their CCPs and a transversal one, 100 hours in all. */
  public static final Programme AMIS =
      new Programme(
          new ProgrammeCode("AMIS"),
          "Programme",
          Referentiels.AMIS_2013.code(),
          "source",
          List.of(12),
          hours("100", "100"),
          List.of(
              bloc("BLOC1", Referentiels.CCP1, module("M1", "20"), module("M2", "17.5")),
              bloc("BLOC2", Referentiels.CCP2, module("M3", "30")),
              bloc("BLOC3", Referentiels.CCP3, module("M4", "22.5")),
              new Bloc("TRANSVERSAL", "T", List.of(), List.of(module("M5", "10")))),
          HALF);

  /** Blocs without modules, from 500 to 700 hours. */
  public static final Programme FRAME =
      new Programme(
          new ProgrammeCode("FRAME"),
          "Programme",
          Referentiels.AMIS_2013.code(),
          "source",
          List.of(12, 18, 24),
          hours("500", "700"),
          List.of(bloc("BLOC1", Referentiels.CCP1), bloc("BLOC2", Referentiels.CCP2)),
          null);

  private Programmes() {}

  public static Bloc bloc(String code, CcpCode ccp, Module... modules) {
    return new Bloc(code, "Bloc " + code, List.of(ccp), List.of(modules));
  }

  public static Module module(String code, String hours) {
    return new Module(code, "Module " + code, new BigDecimal(hours));
  }

  public static PlannedHours hours(String atLeast, String atMost) {
    return new PlannedHours(new BigDecimal(atLeast), new BigDecimal(atMost));
  }

  /** The same programme for other hours and blocs. */
  public static Programme with(Programme programme, PlannedHours hours, List<Bloc> blocs) {
    return new Programme(
        programme.code(),
        programme.title(),
        programme.certification(),
        programme.source(),
        programme.months(),
        hours,
        blocs,
        programme.positioning());
  }
}
