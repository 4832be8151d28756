package fr.livret.query.replay;

import fr.livret.eventstore.StoredEvent;
import fr.livret.form.event.UnreadableEvent;
import java.util.ArrayList;
import java.util.List;

/** The facts of an aggregate, each read when it is asked for. */
final class ReadFacts {
  private final LogFacts log;
  private final List<StoredEvent> stored;
  private final List<Object> read = new ArrayList<>();

  ReadFacts(LogFacts log, List<StoredEvent> stored) {
    this.log = log;
    this.stored = stored;
  }

  int size() {
    return stored.size();
  }

  /** How many have been read, or are known without. */
  int read() {
    return read.size();
  }

  /** Those before it are read, too. Throws {@link UnreadableEvent} at the first that cannot be. */
  Object at(int index) {
    while (read.size() <= index) {
      read.add(log.content(stored.get(read.size())));
    }
    return read.get(index);
  }

  List<Object> from(int begin, int end) {
    Object unused = at(end - 1);
    return read.subList(begin, end);
  }

  boolean areWrittenAs(List<?> now, int begin, int end) {
    if (now.size() != end - begin) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!LogFacts.isWrittenAs(stored.get(begin + i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  void known(List<?> facts, int begin) {
    if (read.size() == begin) {
      read.addAll(facts);
    }
  }
}
