package fr.livret.query.replay;

import fr.livret.eventstore.StoredEvent;
import java.util.List;

/**
 * All there is of one aggregate.
 *
 * @param target its id
 * @param facts from the first to the last; none where all that was asked of it was refused
 * @param without the records of decisions on it that no fact follows from
 */
record Life(String target, List<StoredEvent> facts, List<StoredEvent> without) {}
