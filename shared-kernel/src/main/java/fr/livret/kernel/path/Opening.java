package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.vae.Recevabilite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opening a path: by a route and an access the référentiel is open to, while it is valid. */
final class Opening {
  private Opening() {}

  static List<PathEvent> decide(OpenPath command, PathLaw law) {
    Referentiel referentiel = law.referentiel();
    Days.requirePast("openedOn", command.openedOn(), command.today());
    if (!referentiel.routes().contains(command.route()) || !referentiel.openTo(command.access())) {
      throw law.regime()
          .refuse(
              Refused.ROUTE_NOT_OPEN,
              Map.of(
                  "certification", referentiel.code().toString(),
                  "route", command.route().name(),
                  "access", command.access().name()));
    }
    @Nullable Recevabilite recevabilite =
        command.route() == Route.VAE ? OnRecevabilite.toOpen(command, law) : null;
    PathOpened opened =
        new PathOpened(
            command.path(),
            command.candidate(),
            referentiel.code(),
            law.version(),
            law.regime().id(),
            command.route(),
            command.access(),
            command.openedOn(),
            recevabilite == null ? null : recevabilite.application().toString(),
            recevabilite);
    List<PathEvent> events = new ArrayList<>();
    events.add(opened);
    PathFile file = PathFile.opened(opened);
    for (var change : command.changes()) {
      PathEvent noted = ValidityNote.noted(command.path(), change, command.today());
      events.add(noted);
      file = file.evolve(noted);
    }
    WithinValidity.require("openedOn", command.openedOn(), command.today(), file, law);
    return events;
  }
}
