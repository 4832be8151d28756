package fr.livret.kernel.training;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.programme.Amount;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a training is made of, started or ended. The order in which facts were recorded does not
 * matter to what is read from them.
 *
 * @param pins what its first event pins
 * @param mockExams in the order of recording
 * @param hours in the order of recording
 * @param efas in the order of recording
 */
public record TrainingFile(
    Pins pins,
    @Nullable Qcm entryTest,
    @Nullable Qcm exitTest,
    List<Qcm> mockExams,
    List<ModuleHours> hours,
    List<Efa> efas) {

  /** What the first event pins for the whole training. */
  public record Pins(
      TrainingId training,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      @Nullable ProgrammeVersion programme,
      LocalDate startedOn,
      @Nullable String centre) {}

  public TrainingFile {
    mockExams = List.copyOf(mockExams);
    hours = List.copyOf(hours);
    efas = List.copyOf(efas);
  }

  static TrainingFile started(Pins pins) {
    return new TrainingFile(pins, null, null, List.of(), List.of(), List.of());
  }

  /** All hours followed. */
  public BigDecimal hoursDone() {
    return sum(_ -> true);
  }

  /** The hours recorded under the code of a module or bloc. */
  public BigDecimal hoursOf(String module) {
    return sum(one -> one.module().equals(module));
  }

  /** The hours followed on a day. */
  public BigDecimal hoursOn(LocalDate day) {
    return sum(one -> one.on().equals(day));
  }

  private BigDecimal sum(Predicate<ModuleHours> counted) {
    return Amount.plain(
        hours.stream()
            .filter(counted)
            .map(ModuleHours::hours)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The latest assessment of that CCP: the one that counts. */
  public Optional<Efa> latestEfa(CcpCode ccp) {
    return efas(ccp).max(Comparator.comparing(Efa::assessedOn));
  }

  /** The assessment that acquired that CCP; nothing follows it. */
  public Optional<Efa> acquired(CcpCode ccp) {
    return efas(ccp).filter(Efa::acquired).findFirst();
  }

  Stream<Efa> efas(CcpCode ccp) {
    return efas.stream().filter(efa -> efa.ccp().equals(ccp));
  }

  /** The day of the latest fact recorded, its start included. */
  public LocalDate lastFactOn() {
    Stream<LocalDate> tests =
        Stream.concat(Stream.of(entryTest, exitTest), mockExams.stream())
            .flatMap(Stream::ofNullable)
            .map(Qcm::takenOn);
    Stream<LocalDate> followed = hours.stream().map(ModuleHours::on);
    Stream<LocalDate> assessed = efas.stream().map(Efa::assessedOn);
    return Stream.of(Stream.of(pins.startedOn()), tests, followed, assessed)
        .flatMap(days -> days)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  TrainingFile entry(Qcm test) {
    return new TrainingFile(pins, test, exitTest, mockExams, hours, efas);
  }

  TrainingFile exit(Qcm test) {
    return new TrainingFile(pins, entryTest, test, mockExams, hours, efas);
  }

  TrainingFile with(Qcm mockExam) {
    return new TrainingFile(pins, entryTest, exitTest, and(mockExams, mockExam), hours, efas);
  }

  TrainingFile with(ModuleHours followed) {
    return new TrainingFile(pins, entryTest, exitTest, mockExams, and(hours, followed), efas);
  }

  TrainingFile with(Efa efa) {
    return new TrainingFile(pins, entryTest, exitTest, mockExams, hours, and(efas, efa));
  }

  private static <T> List<T> and(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return all;
  }
}
