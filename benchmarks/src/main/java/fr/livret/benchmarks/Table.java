package fr.livret.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the table, with what is asked of each. */
final class Table {
  private Table() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    appends(rows);
    commands(rows);
    rows.add(
        new Row(
            "HTTP command, 64 connections, no auth, x raw at 16 clients",
            "http",
            Contender.rate(HttpSection.NAME, HttpSection.CONNECTIONS),
            null,
            List.of(RawInsert.rate(16)),
            "0.5",
            "0.7",
            2));
    rebuildAndReplay(rows);
    evidence(rows);
    rows.add(
        alone(
            "visible in a projection after the ack, p99 at half load, ms",
            "visible",
            VisibleSection.P99,
            "25",
            "5",
            1));
    start(rows);
    growth(rows);
    return List.copyOf(rows);
  }

  private static void appends(List<Row> rows) {
    List<String> bars = List.of("1.6", "3.0", "5");
    List<String> ambitions = List.of("2.0", "4.0", "7");
    for (int i = 0; i < bars.size(); i++) {
      int callers = AppendSection.CALLERS.get(i);
      rows.add(
          timesRaw(
              "append, 1 event each, " + callers + " callers, x raw",
              "append",
              Contender.rate(AppendSection.SEQUENCED, callers),
              Contender.rate(AppendSection.STOCK, callers),
              bars.get(i),
              ambitions.get(i)));
    }
    rows.add(
        new Row(
            "append p99 at 64 callers, ms",
            "append",
            Contender.p99(AppendSection.SEQUENCED, 64),
            Contender.p99(AppendSection.STOCK, 64),
            List.of(),
            "5",
            "3",
            1));
  }

  private static void commands(List<Row> rows) {
    List<String> bars = List.of("0.9", "2.5", "3.5");
    List<String> ambitions = List.of("1.5", "3.0", "4.5");
    for (int i = 0; i < bars.size(); i++) {
      int callers = CommandSection.CALLERS.get(i);
      rows.add(
          timesRaw(
              "commands in process beside one projection, " + callers + " callers, x raw",
              "commands",
              Contender.rate(CommandSection.SEQUENCED, callers),
              Contender.rate(CommandSection.STOCK, callers),
              bars.get(i),
              ambitions.get(i)));
    }
    for (int callers : CommandSection.CALLERS) {
      rows.add(
          timesRaw(
              "the least a command costs with Axon and the store, " + callers + " callers, x raw",
              "commands",
              Contender.rate(CommandSection.FLOOR, callers),
              null,
              "-",
              "-"));
      rows.add(
          timesRaw(
              "the same beside a projection, " + callers + " callers, x raw",
              "commands",
              Contender.rate(CommandSection.FLOOR_BESIDE, callers),
              null,
              "-",
              "-"));
    }
    rows.add(
        timesRaw(
            "commands in process beside all that is live, 64 callers, x raw",
            "commands",
            Contender.rate(CommandSection.WHOLE, CommandSection.MANY),
            null,
            "-",
            "-"));
  }

  private static void rebuildAndReplay(List<Row> rows) {
    rows.add(
        new Row(
            "projection rebuild incl. index and swap, x INSERT..SELECT over jsonb",
            "rebuild",
            RebuildSection.REBUILT,
            null,
            List.of(RebuildSection.SQL),
            "1.2",
            "1.5",
            2));
    rows.add(
        alone(
            "decision replay, decisions/min",
            "replay",
            ReplaySection.DECISIONS,
            "6,000,000",
            "15,000,000",
            0));
    rows.add(
        alone(
            "decision replay, events/s", "replay", ReplaySection.EVENTS, "250,000", "340,000", 0));
    rows.add(
        alone(
            "decision replay, then SHA-256 of each event, events/s",
            "replay",
            ReplaySection.HASHED,
            "200,000",
            "270,000",
            0));
  }

  private static void evidence(List<Row> rows) {
    rows.add(
        new Row(
            "commands with checkpoints signed every second / without any",
            "evidence",
            Contender.rate(EvidenceSection.SIGNED, EvidenceSection.CALLERS),
            null,
            List.of(Contender.rate(EvidenceSection.UNSIGNED, EvidenceSection.CALLERS)),
            "0.95",
            "-",
            2));
    rows.add(
        alone("proof of inclusion, p99, ms", "evidence", EvidenceSection.PROOF_P99, "5", "-", 2));
  }

  private static void start(List<Row> rows) {
    rows.add(
        new Row(
            "start to the first answer, extracted + AOT cache / plain jar",
            "start",
            StartSection.CACHED,
            null,
            List.of(StartSection.PLAIN),
            "0.45",
            "0.35",
            2));
    rows.add(alone("resident memory, idle, MiB", "start", StartSection.IDLE, "300", "240", 0));
    rows.add(alone("resident memory, loaded, MiB", "start", StartSection.LOADED, "450", "350", 0));
  }

  private static void growth(List<Row> rows) {
    for (long events : List.of(1_000_000L, 10_000_000L)) {
      rows.add(
          new Row(
              "append rate at %,d events / at 10,000".formatted(events),
              "growth",
              GrowthSection.rate(events),
              null,
              List.of(GrowthSection.base()),
              events == 10_000_000 ? "0.8" : "-",
              events == 10_000_000 ? "0.95" : "-",
              2));
    }
  }

  private static Row alone(
      String what, String section, String ours, String bar, String ambition, int digits) {
    return new Row(what, section, ours, null, List.of(), bar, ambition, digits);
  }

  private static Row timesRaw(
      String what,
      String section,
      String ours,
      @Nullable String stock,
      String bar,
      String ambition) {
    return new Row(what, section, ours, stock, RawInsert.rates(), bar, ambition, 2);
  }
}
