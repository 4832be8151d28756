package fr.livret.query.bundle;

import fr.livret.evidence.Export;
import fr.livret.evidence.KnownKeys;
import fr.livret.evidence.LogPlaces;
import fr.livret.evidence.SeparateVerifier;
import fr.livret.evidence.SignedCheckpoint;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.person.PersonalData;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.query.proof.ProofAnswer;
import fr.livret.query.reading.Moment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything about one path that somebody without Livret needs to read and to check it: its facts
 * and decisions in words and as they are stored, the law they were decided under, the proof of each
 * fact against a signed checkpoint, the program that checks all this, and a page that explains it.
 *
 * <p>It is read from the log alone, and only the few facts it is about are in memory.
 */
public final class EvidenceBundle {
  /** The page to begin with. */
  static final String PAGE = "LISEZ-MOI.html";

  /** The form of the bundle, for the program that checks it. */
  private static final String FORM = "livret-evidence-bundle/1";

  private final DataSource database;
  private final RegimeLibrary regimes;
  private final PersonalData persons;
  private final Clock clock;
  private final Dossier dossier;

  private EvidenceBundle(
      DataSource database,
      RegimeLibrary regimes,
      PersonalData persons,
      Clock clock,
      Dossier dossier) {
    this.database = database;
    this.regimes = regimes;
    this.persons = persons;
    this.clock = clock;
    this.dossier = dossier;
  }

  /**
   * Gathers what the log has of a path; empty where no path was ever opened under that id.
   *
   * @throws fr.livret.evidence.InconsistentLogException where events are missing in the log
   */
  public static Optional<EvidenceBundle> gather(
      DataSource database, RegimeLibrary regimes, PersonalData persons, Clock clock, PathId path) {
    new LogPlaces(database).requireWhole();
    return new DossierReader(new FactReader(database))
        .read(path)
        .map(dossier -> new EvidenceBundle(database, regimes, persons, clock, dossier));
  }

  /** The position of the last of its facts: what the checkpoint has to cover. */
  public long last() {
    return dossier.positions().last();
  }

  /** How many facts it has. */
  public int size() {
    return dossier.facts().size();
  }

  /**
   * Writes it.
   *
   * @param checkpoint that covers all of it
   * @param keys with which the checkpoint can be checked
   * @throws fr.livret.evidence.InconsistentLogException where what is stored contradicts what was
   *     signed; what was written by then is of no use
   */
  public void write(SignedCheckpoint checkpoint, KnownKeys keys, Export.Target target)
      throws IOException {
    Instant now = clock.instant();
    OpenedTexts texts = OpenedTexts.of(dossier.facts(), persons);
    Readable readable = new Readable(dossier, texts, new RefusalTexts(), regimes);
    WorkedDates dates = new WorkedDates(dossier, regimes);
    List<ProofAnswer> proofs =
        dates.at(new Moment(LocalDate.ofInstant(now, Days.PARIS), now, false));
    Map<String, byte[]> documents = documents();
    Manifest manifest = new Manifest(target);
    Page page = new Page(dossier, readable, texts, regimes, dates, proofs);
    write(manifest, PAGE, page.html(checkpoint, keys, documents.keySet(), now));
    write(manifest, "history.json", json(readable.history()));
    write(manifest, "decisions.json", json(readable.told()));
    write(manifest, "worked-proofs.json", json(worked(proofs)));
    for (Map.Entry<String, byte[]> document : documents.entrySet()) {
      write(manifest, document.getKey(), document.getValue());
    }
    new Export(database, checkpoint, keys).of(dossier.positions(), manifest);
    write(manifest, SeparateVerifier.NAME, SeparateVerifier.script());
    write(target, "manifest.json", json(described(manifest, now)));
  }

  /** The référentiels it pinned as they were recorded, and the files that state its regimes. */
  private Map<String, byte[]> documents() {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    for (ReferentielPublished published : dossier.referentiels()) {
      documents.put(
          "documents/referentiels/%s-v%d.json"
              .formatted(published.referentiel(), published.version()),
          published.document().getBytes(StandardCharsets.UTF_8));
    }
    for (RegimeId regime : dossier.regimes()) {
      put(documents, regime);
    }
    regimes.editions().stream()
        .filter(edition -> edition.code().equals("COMMON"))
        .sorted((one, other) -> one.edition() - other.edition())
        .forEach(edition -> put(documents, edition));
    return documents;
  }

  private void put(Map<String, byte[]> documents, RegimeId regime) {
    regimes
        .file(regime)
        .ifPresent(file ->
            documents.put(
                "documents/regimes/%s-%d.yaml".formatted(regime.code(), regime.edition()), file));
  }

  private ObjectNode worked(List<ProofAnswer> proofs) {
    ObjectNode root = Readable.JSON.createObjectNode().put("path", dossier.path().toString());
    root.set("proofs", Readable.JSON.valueToTree(proofs));
    return root;
  }

  private ObjectNode described(Manifest manifest, Instant now) {
    ObjectNode root =
        Readable.JSON
            .createObjectNode()
            .put("form", FORM)
            .put("path", dossier.path().toString())
            .put("madeAt", now.toString());
    ObjectNode files = root.putObject("files");
    manifest
        .files()
        .forEach((name, entry) ->
            files.putObject(name).put("bytes", entry.bytes()).put("sha256", entry.sha256()));
    return root;
  }

  private static byte[] json(ObjectNode node) {
    return (Readable.JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Export.Target target, String name, byte[] content) throws IOException {
    try (OutputStream file = target.open(name)) {
      file.write(content);
    }
  }
}
