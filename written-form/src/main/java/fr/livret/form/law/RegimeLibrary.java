package fr.livret.form.law;

import fr.livret.form.law.LawFolder.LawFile;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.vae.VaeRegime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every regime the program knows, of capitalisation and of VAE, in all its editions: those shipped,
 * and those of a folder of the user's own. Nothing is loaded unless all of it is sound.
 */
public final class RegimeLibrary {
  private static final String FOLDER = "regimes";

  private final Map<RegimeId, CapitalisationRegime> regimes;
  private final VaeRegimes vae;
  private final Map<RuleName, LegalBasis> common;
  private final Map<RegimeId, LawFile> files;

  private RegimeLibrary(
      Map<RegimeId, CapitalisationRegime> regimes,
      VaeRegimes vae,
      Map<RuleName, LegalBasis> common,
      Map<RegimeId, LawFile> files) {
    this.regimes = regimes;
    this.vae = vae;
    this.common = common;
    this.files = files;
  }

  /**
   * Reads the shipped regimes and, where given, every regime file of a folder: new regimes, or new
   * editions of known ones.
   *
   * @throws LawFileException with everything that is wrong in any of the files
   */
  public static RegimeLibrary load(Optional<Path> extraFolder) {
    List<LawFile> files =
        new ArrayList<>(LawFolder.shipped(RegimeLibrary.class.getClassLoader(), FOLDER));
    extraFolder.map(LawFolder::on).ifPresent(files::addAll);
    return of(files);
  }

  static RegimeLibrary of(List<LawFile> files) {
    List<Problems> all = new ArrayList<>();
    List<LawText> texts = new ArrayList<>();
    Map<RegimeId, LawFile> written = new HashMap<>();
    for (LawFile file : files) {
      Problems problems = new Problems(file.name());
      all.add(problems);
      String text = file.text(problems);
      if (problems.none()) {
        LawText.read(text, problems)
            .ifPresent(law -> {
              texts.add(law);
              written.put(law.id(), file);
            });
      }
    }
    noteTwice(texts);
    Map<RuleName, LegalBasis> common = commonOf(texts);
    Map<RegimeId, CapitalisationRegime> regimes = new LinkedHashMap<>();
    Map<RegimeId, VaeRegime> vae = new LinkedHashMap<>();
    for (LawText law : texts) {
      switch (law.scope()) {
        case COMMON -> {}
        case CAPITALISATION ->
            RegimeReader.regime(law, common).ifPresent(regime -> regimes.put(law.id(), regime));
        case VAE ->
            VaeRegimeReader.regime(law, common).ifPresent(regime -> vae.put(law.id(), regime));
      }
    }
    VaeRegimes.noteOverlaps(texts);
    List<Problem> found = all.stream().flatMap(one -> one.inOrder().stream()).toList();
    if (found.isEmpty() && common.isEmpty()) {
      found = List.of(new Problem(FOLDER, 0, "", "no file states the rules of every regime"));
    }
    if (!found.isEmpty()) {
      throw new LawFileException(found);
    }
    return new RegimeLibrary(regimes, new VaeRegimes(vae), common, written);
  }

  private static void noteTwice(List<LawText> texts) {
    Map<RegimeId, LawText> seen = new HashMap<>();
    for (LawText law : texts) {
      LawText before = law.problems().none() ? seen.putIfAbsent(law.id(), law) : null;
      if (before != null) {
        law.edition()
            .problem(law.id().text() + " is stated already by " + before.problems().file());
      }
    }
  }

  /** The newest edition of the common rules serves every regime. */
  private static Map<RuleName, LegalBasis> commonOf(Collection<LawText> texts) {
    return texts.stream()
        .filter(LawText::common)
        .collect(
            Collectors.toMap(
                law -> law.id().edition(), RegimeReader::common, (a, _) -> a, TreeMap::new))
        .values()
        .stream()
        .reduce((_, newest) -> newest)
        .orElse(Map.of());
  }

  /**
   * That edition.
   *
   * @throws NoSuchElementException when no file states it
   */
  public CapitalisationRegime regime(RegimeId id) {
    CapitalisationRegime regime = regimes.get(id);
    if (regime == null) {
      throw new NoSuchElementException("no regime " + id.text() + "; there are " + names());
    }
    return regime;
  }

  /**
   * The newest edition of a code: what a path opens under.
   *
   * @throws NoSuchElementException when no file states the code
   */
  public CapitalisationRegime latest(String code) {
    return newest(code)
        .orElseThrow(
            () -> new NoSuchElementException("no regime " + code + "; there are " + names()));
  }

  /** Whether any edition of the code is known. */
  public boolean knows(String code) {
    return newest(code).isPresent();
  }

  /**
   * The basis of a rule of every regime.
   *
   * @throws IllegalArgumentException when each regime states the rule for itself
   */
  public LegalBasis common(RuleName rule) {
    LegalBasis basis = common.get(rule);
    if (basis == null) {
      throw new IllegalArgumentException("each regime states " + rule.key() + " for itself");
    }
    return basis;
  }

  /** The VAE regimes. */
  public VaeRegimes vae() {
    return vae;
  }

  /** The basis of a rule by its full name, as in {@code TP-2006/1#window.length}. */
  public Optional<LegalBasis> basis(String rule) {
    return Stream.of(
            regimes.values().stream().map(CapitalisationRegime::bases),
            vae.all().stream().map(VaeRegime::bases),
            Stream.of(common))
        .flatMap(all -> all)
        .flatMap(bases -> bases.values().stream())
        .filter(basis -> basis.rule().equals(rule))
        .findFirst();
  }

  /**
   * The file that states an edition, as it was written; of {@code COMMON} as of any other. Empty
   * where no file does.
   */
  public Optional<byte[]> file(RegimeId id) {
    return Optional.ofNullable(files.get(id)).map(file -> file.bytes().clone());
  }

  /** Every edition of the rules of every regime, and of each regime, that a file states. */
  public Set<RegimeId> editions() {
    return Set.copyOf(files.keySet());
  }

  /** Every edition of every capitalisation regime. */
  public Collection<CapitalisationRegime> all() {
    return List.copyOf(regimes.values());
  }

  private Optional<CapitalisationRegime> newest(String code) {
    return regimes.values().stream()
        .filter(regime -> regime.id().code().equals(code))
        .max(Comparator.comparingInt(regime -> regime.id().edition()));
  }

  private String names() {
    return regimes.keySet().stream().map(RegimeId::text).sorted().collect(Collectors.joining(", "));
  }
}
