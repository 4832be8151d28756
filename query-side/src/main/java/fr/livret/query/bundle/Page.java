package fr.livret.query.bundle;

import static fr.livret.query.bundle.Html.day;
import static fr.livret.query.bundle.Html.text;

import fr.livret.evidence.Checkpoint;
import fr.livret.evidence.KnownKeys;
import fr.livret.evidence.SignedCheckpoint;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateEvent.CandidateRegistered;
import fr.livret.kernel.candidate.Identity;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.query.bundle.ProvenFact.About;
import fr.livret.query.proof.ProofAnswer;
import fr.livret.query.reading.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of a bundle: for somebody who knows neither the product nor what a hash is. */
final class Page {
  private final Dossier dossier;
  private final Readable readable;
  private final OpenedTexts texts;
  private final RegimeLibrary regimes;
  private final WorkedDates dates;
  private final List<ProofAnswer> proofs;
  private final Citations citations = new Citations();
  private final FactTable table = new FactTable(citations);
  private final DecisionCards decisions;

  Page(
      Dossier dossier,
      Readable readable,
      OpenedTexts texts,
      RegimeLibrary regimes,
      WorkedDates dates,
      List<ProofAnswer> proofs) {
    this.dossier = dossier;
    this.readable = readable;
    this.texts = texts;
    this.regimes = regimes;
    this.dates = dates;
    this.proofs = proofs;
    this.decisions = new DecisionCards(citations, regimes);
  }

  /**
   * The whole page, in UTF-8.
   *
   * @param documents the names of the texts that come along
   */
  byte[] html(SignedCheckpoint signed, KnownKeys keys, Collection<String> documents, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Days.PARIS);
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("subject", text(subject()));
    parts.put("identity", identity(signed.checkpoint(), now));
    parts.put("situation", new Situation(dossier, dates).on(today));
    parts.put("law", law());
    parts.put("facts", table.of("Faits du parcours", about(About.PATH)));
    parts.put("related", related());
    parts.put("decisions", decisions.of(readable.decisions()));
    parts.put("proofs", proofs());
    parts.put("texts", citations.list());
    parts.put("key", text(keys.keys().getLast().key().toString()));
    parts.put("note", text(signed.note().strip()));
    parts.put("documents", documents(documents));
    parts.put("made", text(Html.time(now)));
    return filled(parts).getBytes(StandardCharsets.UTF_8);
  }

  /** Each part is put in once: what it says is never taken for the name of another. */
  private static String filled(Map<String, String> parts) {
    StringBuilder page = new StringBuilder();
    String rest = template();
    for (int open; (open = rest.indexOf("{{")) >= 0; ) {
      int close = rest.indexOf("}}", open);
      String name = rest.substring(open + 2, close);
      page.append(rest, 0, open).append(Objects.requireNonNull(parts.get(name), name));
      rest = rest.substring(close + 2);
    }
    return page.append(rest).toString();
  }

  private static String template() {
    try (InputStream page = Page.class.getResourceAsStream(EvidenceBundle.PAGE)) {
      return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String subject() {
    ReferentielPublished title = dossier.referentiels().getLast();
    return "Parcours de %s vers le titre « %s »"
        .formatted(
            name().orElse("d’une personne dont le nom a été effacé"), title.content().title())
        .replace("de d’une", "d’une");
  }

  private Optional<Identity> registered() {
    return dossier.about(About.CANDIDATE).stream()
        .map(ProvenFact::event)
        .filter(CandidateRegistered.class::isInstance)
        .map(event -> ((CandidateRegistered) event).identity())
        .findFirst();
  }

  /** Given names and family name; empty once erased. */
  private Optional<String> name() {
    return registered()
        .map(who ->
            who.givenNames().stream()
                    .map(given -> texts.open(given, PersonalFields.GIVEN_NAME))
                    .collect(Collectors.joining(" "))
                + " "
                + texts.open(who.familyName(), PersonalFields.FAMILY_NAME))
        .filter(name -> !name.contains(Shown.ERASED));
  }

  private String identity(Checkpoint checkpoint, Instant now) {
    PathFile.Pins pins = dossier.file().pins();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Candidat", text(name().orElse("nom effacé à sa demande")));
    registered()
        .map(who -> texts.open(who.birthDate(), PersonalFields.BIRTH_DATE))
        .filter(birth -> !birth.equals(Shown.ERASED))
        .ifPresent(birth -> lines.put("Né(e) le", text(day(LocalDate.parse(birth)))));
    lines.put("Certification", text(pins.certification().value() + ", " + route(pins.route())));
    lines.put("Ouvert le", text(day(pins.openedOn())));
    lines.put("Identifiant", "<code>%s</code>".formatted(dossier.path()));
    lines.put("Dossier établi le", text(Html.time(now)));
    lines.put(
        "État signé",
        "journal <code>%s</code>, %s faits enregistrés"
            .formatted(text(checkpoint.origin()), number(checkpoint.size())));
    return lines.entrySet().stream()
        .map(line -> "<dt>%s</dt><dd>%s</dd>".formatted(line.getKey(), line.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String number(long number) {
    return "%,d".formatted(number).replace(",", " ");
  }

  private static String route(Route route) {
    return switch (route) {
      case TRAINING -> "par un parcours continu de formation";
      case CAPITALISATION -> "par capitalisation de CCP";
      case VAE -> "par la validation des acquis de l’expérience (VAE)";
    };
  }

  private String law() {
    StringBuilder law = new StringBuilder("<ul>\n");
    for (ReferentielPublished title : dossier.referentiels()) {
      law.append(
          "<li><strong>Référentiel %s, version %d</strong> : « %s ». %s</li>\n"
              .formatted(
                  text(title.referentiel().value()),
                  title.version(),
                  text(title.content().title()),
                  validity(title.content().validity())));
    }
    for (RegimeId regime : dossier.regimes()) {
      law.append(
          "<li><strong>Régime %s, édition %d</strong> : %s.</li>\n"
              .formatted(
                  text(regime.code()),
                  regime.edition(),
                  text(title(regime).orElse("texte non joint"))));
    }
    return law.append("</ul>").toString();
  }

  private Optional<String> title(RegimeId id) {
    Optional<String> capitalisation =
        regimes.all().stream()
            .filter(regime -> regime.id().equals(id))
            .map(CapitalisationRegime::title)
            .findFirst();
    return capitalisation.or(() ->
        regimes.vae().all().stream()
            .filter(regime -> regime.id().equals(id))
            .map(VaeRegime::title)
            .findFirst());
  }

  private static String validity(DateRange validity) {
    LocalDate from = validity.from();
    LocalDate to = validity.to();
    if (from == null) {
      return to == null ? "" : "Valide jusqu’au %s inclus.".formatted(day(to));
    }
    return to == null
        ? "Valide depuis le %s.".formatted(day(from))
        : "Valide du %s au %s inclus.".formatted(day(from), day(to));
  }

  private List<Told> about(About about) {
    return readable.facts().stream().filter(told -> told.fact().about() == about).toList();
  }

  private String related() {
    List<String> tables = new ArrayList<>();
    addTable(tables, "Demande de VAE", about(About.VAE_APPLICATION));
    Map<String, List<Told>> sessions = new LinkedHashMap<>();
    about(About.SESSION)
        .forEach(told ->
            sessions
                .computeIfAbsent(told.fact().stored().stream(), _ -> new ArrayList<>())
                .add(told));
    sessions.forEach((session, facts) -> addTable(tables, "Session " + session, facts));
    addTable(tables, "Candidat", about(About.CANDIDATE));
    addTable(tables, "Référentiel", about(About.REFERENTIEL));
    return String.join("", tables);
  }

  private void addTable(List<String> tables, String title, List<Told> facts) {
    if (!facts.isEmpty()) {
      tables.add(table.of(title, facts));
    }
  }

  /** The claim, then how it was worked out; a program that checks the page finds both by number. */
  private String proofs() {
    StringBuilder cards = new StringBuilder("<ul class=\"cards\">\n");
    for (int number = 0; number < proofs.size(); number++) {
      String sentence = text(proofs.get(number).sentence().fr());
      int steps = Math.max(0, sentence.indexOf(" : "));
      cards.append(
          "<li class=\"date\"><p data-proof=\"%d\"><strong>%s</strong>%s</p></li>\n"
              .formatted(number, sentence.substring(0, steps), sentence.substring(steps)));
    }
    return cards.append("</ul>").toString();
  }

  private static String documents(Collection<String> documents) {
    return documents.stream()
        .map(name ->
            "<tr><td><code>%s</code></td><td>%s</td></tr>"
                .formatted(
                    text(name),
                    name.startsWith("documents/referentiels/")
                        ? "le référentiel, tel qu’il a été enregistré"
                        : "les règles de ce régime et les textes dont elles viennent"))
        .collect(Collectors.joining("\n"));
  }
}
