package fr.livret.query.bundle;

import fr.livret.kernel.audit.AuditEvent;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.query.bundle.ProvenFact.About;
import fr.livret.query.session.Concern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gathers the facts of a path, and of what they refer to: the candidate, the application for VAE,
 * the sessions whose minutes they stand in, the référentiels they pin; and what was refused or had
 * no effect.
 */
final class DossierReader {
  private static final List<String> ANSWERS =
      List.of("audit.CommandRefused", "audit.CommandWithoutEffect");

  private final FactReader log;

  DossierReader(FactReader log) {
    this.log = log;
  }

  /** Empty where no path was ever opened under that id. */
  Optional<Dossier> read(PathId path) {
    List<ProvenFact> own = log.ofStream(About.PATH, path.toString());
    if (own.isEmpty() || !(own.getFirst().event() instanceof PathOpened opened)) {
      return Optional.empty();
    }
    Set<RegimeId> regimes = new LinkedHashSet<>();
    regimes.add(opened.regime());
    List<ProvenFact> facts = new ArrayList<>(own);
    facts.addAll(log.ofStream(About.CANDIDATE, opened.candidate().toString()));
    facts.addAll(answers(path.toString()));
    @Nullable String application = application(opened);
    if (application != null) {
      facts.addAll(application(application, regimes));
      facts.addAll(answers(application));
    }
    for (String session : sessions(own)) {
      facts.addAll(session(session, path));
    }
    Map<ReferentielCode, Set<Integer>> pinned = pinned(own, regimes);
    pinned.forEach((code, versions) -> facts.addAll(referentiel(code, versions)));
    facts.sort(Comparator.comparingLong(ProvenFact::position));
    return Optional.of(new Dossier(path, facts, List.copyOf(regimes)));
  }

  private static @Nullable String application(PathOpened opened) {
    return opened.recevabilite() == null
        ? opened.vaeApplication()
        : opened.recevabilite().application().toString();
  }

  /** Before applications were kept, what a path names may be a reference to another register. */
  private List<ProvenFact> application(String application, Set<RegimeId> regimes) {
    List<ProvenFact> facts = log.ofStream(About.VAE_APPLICATION, application);
    if (facts.isEmpty() || !(facts.getFirst().event() instanceof ApplicationFiled filed)) {
      return List.of();
    }
    regimes.add(filed.regime());
    return facts;
  }

  private List<ProvenFact> answers(String target) {
    return log.saying(About.ANSWER, target, ANSWERS).stream()
        .filter(fact -> fact.event() instanceof AuditEvent it && target(it).equals(target))
        .toList();
  }

  private static String target(AuditEvent event) {
    return switch (event) {
      case AuditEvent.CommandRefused it -> it.target();
      case AuditEvent.CommandWithoutEffect it -> it.target();
    };
  }

  /** The sessions that its facts name, in the order they do. */
  private static Set<String> sessions(List<ProvenFact> own) {
    Set<String> sessions = new LinkedHashSet<>();
    own.forEach(fact -> collectSessions(fact.content(), sessions));
    return sessions;
  }

  private static void collectSessions(JsonNode node, Set<String> into) {
    JsonNode session = node.path("session");
    if (session.isString()) {
      into.add(session.asString());
    }
    node.forEach(child -> collectSessions(child, into));
  }

  /** What a session says of others is left to them, but for the minutes, which are one act. */
  private List<ProvenFact> session(String session, PathId path) {
    return log.ofStream(About.SESSION, session).stream()
        .filter(fact -> fact.event() instanceof SessionEvent it && Concern.of(it, path::equals))
        .toList();
  }

  private static Map<ReferentielCode, Set<Integer>> pinned(
      List<ProvenFact> own, Set<RegimeId> regimes) {
    Map<ReferentielCode, Set<Integer>> pinned = new LinkedHashMap<>();
    for (ProvenFact fact : own) {
      if (fact.event() instanceof PathOpened it) {
        pin(pinned, it.certification(), it.certificationVersion());
      } else if (fact.event() instanceof PathTransferred it) {
        pin(pinned, it.to(), it.toVersion());
        regimes.add(it.regime());
      }
    }
    return pinned;
  }

  private static void pin(
      Map<ReferentielCode, Set<Integer>> pinned, ReferentielCode code, int version) {
    pinned.computeIfAbsent(code, _ -> new TreeSet<>()).add(version);
  }

  private List<ProvenFact> referentiel(ReferentielCode code, Set<Integer> versions) {
    return log.ofStream(About.REFERENTIEL, code.value()).stream()
        .filter(fact -> fact.event() instanceof ReferentielEvent it && pinned(it, versions))
        .toList();
  }

  private static boolean pinned(ReferentielEvent event, Set<Integer> versions) {
    return switch (event) {
      case ReferentielEvent.ReferentielPublished it -> versions.contains(it.version());
      case ReferentielEvent.TitleClosed _,
          ReferentielEvent.TitleProrogued _,
          ReferentielEvent.TitleRevised _ ->
          true;
    };
  }
}
