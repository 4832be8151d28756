package fr.livret.query.session;

import fr.livret.kernel.session.SessionId;
import fr.livret.query.reading.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The sessions one candidate was enrolled in. */
@Component
public final class SessionsSat {
  private final Sessions sessions;
  private final SessionView view;

  SessionsSat(Sessions sessions, SessionView view) {
    this.sessions = sessions;
    this.view = view;
  }

  /** As they stood on a day, by what was known at a moment; the first held first. */
  public List<SatAnswer> of(UUID candidate, Moment moment) {
    return sessions.of(candidate).stream()
        .flatMap(id -> sessions.at(new SessionId(id), moment).stream())
        .sorted(Comparator.comparing(SessionRow::heldOn))
        .flatMap(row -> view.sat(row, candidate).stream())
        .toList();
  }
}
