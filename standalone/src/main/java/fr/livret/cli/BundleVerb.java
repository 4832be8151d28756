package fr.livret.cli;

import fr.livret.evidence.Checkpointer;
import fr.livret.evidence.IssuedCheckpoints;
import fr.livret.evidence.KnownKeys;
import fr.livret.evidence.SignedCheckpoint;
import fr.livret.form.law.LawFileException;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.person.MasterKey;
import fr.livret.form.person.MasterKeyRefused;
import fr.livret.form.person.PersonalData;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.path.PathId;
import fr.livret.query.bundle.EvidenceBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code livret evidence}: all about one path, for a court or a colleague who has no Livret. */
@Command(
    name = "evidence",
    description = {
      "Writes what proves the history of a path into a zip: its facts and decisions, the law they"
          + " were decided under, a proof of each fact, the program that checks it, and"
          + " LISEZ-MOI.html, which explains it in French.",
      "Signs a checkpoint first where none covers it yet. The product may run meanwhile."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the file is written",
      "1:what is stored contradicts what was signed: no file is written",
      "2:the arguments are wrong, or it could not be done: no file is written"
    })
final class BundleVerb extends EvidenceVerb {
  @Option(names = "--path", required = true, paramLabel = "ID", description = "of the path")
  private String path = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "to be written, never one that is there (livret-preuve-ID.zip)")
  private @Nullable Path out;

  @Option(
      names = "--livret.personal-data.master-key-file",
      paramLabel = "FILE",
      defaultValue = "${env:LIVRET_PERSONAL_DATA_MASTER_KEY_FILE}",
      description = "which opens names, where it is not master.key in the data folder")
  private @Nullable Path masterKeyFile;

  @Option(
      names = "--livret.regimes",
      paramLabel = "FOLDER",
      defaultValue = "${env:LIVRET_REGIMES}",
      description = "of regimes of your own, where the product has one")
  private @Nullable Path regimesFolder;

  @Override
  int done() {
    return on(this::written);
  }

  private int written(DataSource database) {
    Path file = out == null ? Path.of("livret-preuve-" + path + ".zip") : out;
    if (Files.exists(file)) {
      throw wrong("--out: " + file + " is there already: name another file, or move it away");
    }
    KnownKeys known = keys().known();
    EvidenceBundle bundle = gathered(database);
    SignedCheckpoint checkpoint = covering(database, bundle.last());
    try {
      NewZip.write(file, target -> bundle.write(checkpoint, known, target));
    } catch (IOException e) {
      throw wrong("--out: " + file + " cannot be written: " + e);
    }
    out()
        .printf(
            "%d facts in %s, under the checkpoint of size %d%n",
            bundle.size(), file, checkpoint.checkpoint().size());
    return Cli.DONE;
  }

  private EvidenceBundle gathered(DataSource database) {
    try {
      RegimeLibrary regimes = RegimeLibrary.load(Optional.ofNullable(regimesFolder));
      PersonalData persons = PersonalData.open(JdbcClient.create(database), masterKey());
      return EvidenceBundle.gather(database, regimes, persons, Clock.system(Days.PARIS), id())
          .orElseThrow(() -> wrong("--path: no path was ever opened under " + path));
    } catch (LawFileException | UncheckedIOException e) {
      throw wrong("--livret.regimes: " + e.getMessage());
    } catch (MasterKeyRefused e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private PathId id() {
    try {
      return PathId.of(path);
    } catch (IllegalArgumentException e) {
      throw wrong("--path: this is not the id of a path: " + path);
    }
  }

  private MasterKey masterKey() {
    String key = System.getenv("LIVRET_MASTER_KEY");
    if (key != null && !key.isBlank()) {
      return MasterKey.parse(key, "LIVRET_MASTER_KEY");
    }
    return MasterKey.inFile(masterKeyFile == null ? data().resolve("master.key") : masterKeyFile);
  }

  /** The latest checkpoint, or one signed now where something of the path came after it. */
  private SignedCheckpoint covering(DataSource database, long position) {
    Optional<SignedCheckpoint> latest =
        new IssuedCheckpoints(database)
            .latest()
            .filter(issued -> issued.size() >= position)
            .map(issued -> keys().known().open(issued.note()));
    if (latest.isPresent()) {
      return latest.get();
    }
    try (Checkpointer checkpointer =
        new Checkpointer(database, place().keyFile(), place().folder(), null)) {
      return checkpointer
          .issue()
          .filter(signed -> signed.checkpoint().size() >= position)
          .orElseThrow(
              () -> new IllegalStateException("no checkpoint covers position " + position));
    }
  }
}
