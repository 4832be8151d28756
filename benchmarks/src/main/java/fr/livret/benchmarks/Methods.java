package fr.livret.benchmarks;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What every command, every read and every replay does, measured by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Methods {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  private final EventJson json = EventJson.kernel();
  private final PathEvent.CcpObtained event = Typical.event(new UUID(1, 1));
  private final byte[] written = Typical.payload();
  private final SerializedObject<byte[]> stored =
      new SimpleSerializedObject<>(written, byte[].class, "path.CcpObtained", "2");
  private final SerializedObject<byte[]> metadata =
      new SimpleSerializedObject<>(
          Typical.metadata(),
          byte[].class,
          org.axonframework.messaging.MetaData.class.getName(),
          null);
  private final PathId path = new PathId(new UUID(1, 1));
  private final CandidateId candidate = new CandidateId(new UUID(1, 2));
  private final PathCommand last = Story.command(3, path, candidate, TODAY);
  private final PathState beforeLast = state();

  /** An event written as JSON. */
  @Benchmark
  public byte[] eventJsonWrite() {
    return json.write(event);
  }

  /** An event read from JSON. */
  @Benchmark
  public Object eventJsonRead() {
    return json.read("path.CcpObtained", "2", written);
  }

  /** An event written as the store gets it. */
  @Benchmark
  public Object serializerWrite() {
    return Typical.SERIALIZER.serialize(event, byte[].class);
  }

  /** An event as Axon reads it from the store. */
  @Benchmark
  public Object serializerRead() {
    return Typical.SERIALIZER.deserialize(stored);
  }

  /** The metadata of an event as Axon reads them from the store. */
  @Benchmark
  public Object serializerReadMetadata() {
    return Typical.SERIALIZER.deserialize(metadata);
  }

  /** The decision on the CCP that completes the title. */
  @Benchmark
  public List<PathEvent> decideLastCcp() {
    return PathDecider.decide(last, beforeLast, Story.LAW);
  }

  private PathState state() {
    PathState state = new PathState.NotOpened();
    for (int step = 0; step < 3; step++) {
      PathCommand command = Story.command(step, path, candidate, TODAY);
      for (PathEvent next : PathDecider.decide(command, state, Story.LAW)) {
        state = PathState.evolve(state, next);
      }
    }
    return state;
  }
}
