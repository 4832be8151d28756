package fr.livret.eventstore.crash;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One append that a node was about to make, what it was told, and what the log shows of it. */
final class Attempt {
  final String name;
  final List<Sent> events;
  private final long[] positions;
  private Told told = Told.NOTHING;

  /** What an append came back with. */
  enum Told {
    /** It has not come back, or with the word that nobody knows. */
    NOTHING,
    STORED,
    /** It lost, or failed with the word that nothing was stored. */
    REFUSED
  }

  /** One of its events. */
  record Sent(String stream, int sequence, UUID id) {

    @Override
    public String toString() {
      return stream + "," + sequence + "," + id;
    }

    static Sent parse(String text) {
      String[] parts = text.split(",");
      return new Sent(parts[0], Integer.parseInt(parts[1]), UUID.fromString(parts[2]));
    }
  }

  Attempt(String name, List<Sent> events) {
    this.name = name;
    this.events = events;
    this.positions = new long[events.size()];
  }

  Told told() {
    return told;
  }

  void tell(Told outcome) {
    told = outcome;
  }

  /** Gives whether it was not found before. */
  boolean found(UUID id, long position) {
    for (int index = 0; index < positions.length; index++) {
      if (events.get(index).id().equals(id) && positions[index] == 0) {
        positions[index] = position;
        return true;
      }
    }
    return false;
  }

  boolean isFound() {
    return Arrays.stream(positions).anyMatch(position -> position > 0);
  }

  /** At adjoining positions, in its own order. */
  boolean isWhole() {
    for (int index = 0; index < positions.length; index++) {
      if (positions[index] == 0 || positions[index] != positions[0] + index) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return name + " " + events + " told " + told + ", found at " + Arrays.toString(positions);
  }
}
