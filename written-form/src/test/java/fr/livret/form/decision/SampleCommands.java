package fr.livret.form.decision;

import fr.livret.form.event.EventTypes.EventType;
import fr.livret.form.event.SampleEvents;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.session.Standing;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeFile;
import fr.livret.kernel.vae.VaeState;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of each command with every component set, filled by what its components are: none can be
 * forgotten, and a component more or less shows at once. One that holds a choice comes once for
 * each alternative.
 */
final class SampleCommands {
  static final PathOpened OPENED = event(PathOpened.class);
  static final ApplicationFiled FILED = event(ApplicationFiled.class);
  private static final PathLaw LAW = law();

  /** Finds the two facts the samples refer to. */
  static final Resolver RESOLVER =
      new Resolver() {
        @Override
        public List<?> facts(String aggregate, long number) {
          return Stream.<Object>of(OPENED, FILED)
              .filter(fact -> idOf(fact).equals(aggregate))
              .limit(number)
              .toList();
        }

        @Override
        public Laws laws() {
          return (Laws)
              Proxy.newProxyInstance(
                  Laws.class.getClassLoader(), new Class<?>[] {Laws.class}, (_, _, _) -> LAW);
        }
      };

  private SampleCommands() {}

  private static String idOf(Object fact) {
    return fact instanceof PathOpened opened
        ? opened.path().toString()
        : FILED.application().toString();
  }

  /** A command, and which alternative it holds where it holds one. */
  record Sample(EventType type, int alternative, Object command) {
    /** Its golden file. */
    String file() {
      return "%s/%s%s.json"
          .formatted(type.name(), type.revision(), alternative == 0 ? "" : "-" + alternative);
    }

    @Override
    public String toString() {
      return file();
    }
  }

  static List<Sample> all() {
    return CommandJson.TYPES.all().stream().flatMap(SampleCommands::samples).toList();
  }

  private static Stream<Sample> samples(EventType type) {
    return Stream.iterate(0, next -> next + 1)
        .map(choice -> new Sample(type, choice, new Filling(choice).of(type.event())))
        .limit(alternatives(type.event()));
  }

  private static long alternatives(Class<?> command) {
    return Stream.of(command.getRecordComponents())
        .map(component -> Optional.ofNullable(element(component.getGenericType())))
        .flatMap(Optional::stream)
        .filter(Class::isSealed)
        .mapToLong(choice -> choice.getPermittedSubclasses().length)
        .max()
        .orElse(1);
  }

  private static @Nullable Class<?> element(Type type) {
    if (type instanceof ParameterizedType many) {
      return many.getActualTypeArguments()[0] instanceof Class<?> one ? one : null;
    }
    return (Class<?>) type;
  }

  private static <E> E event(Class<E> kind) {
    return SampleEvents.full().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static PathLaw law() {
    Referentiel referentiel = event(ReferentielPublished.class).content();
    return new PathLaw(
        RegimeLibrary.load(Optional.empty()).latest(referentiel.regime()), referentiel, 1);
  }

  private static <S, E> S first(S initial, E fact, BiFunction<S, E, S> evolve) {
    return evolve.apply(initial, fact);
  }

  /** Fills records; of a choice it takes the alternative of that number, or the last. */
  private record Filling(int choice) {
    private static final Map<Class<?>, Object> PLAIN =
        Map.ofEntries(
            Map.entry(String.class, "AMIS-2023"),
            Map.entry(UUID.class, UUID.fromString("6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11")),
            Map.entry(LocalDate.class, LocalDate.of(2025, 1, 31)),
            Map.entry(Period.class, Period.ofYears(5)),
            Map.entry(BigDecimal.class, new BigDecimal("0.5")),
            Map.entry(int.class, 2),
            Map.entry(Integer.class, 3),
            Map.entry(long.class, 4L),
            Map.entry(boolean.class, true),
            Map.entry(Route.class, Route.VAE),
            Map.entry(PathId.class, OPENED.path()),
            Map.entry(ReferentielCode.class, new ReferentielCode("AMIS-2023")),
            Map.entry(Referentiel.class, LAW.referentiel()),
            Map.entry(Programme.class, event(ProgrammePublished.class).content()));

    Object of(Type type) {
      if (type instanceof ParameterizedType many) {
        Type[] of = many.getActualTypeArguments();
        Class<?> kind = (Class<?>) many.getRawType();
        if (kind == Map.class) {
          return Map.of(of(of[0]), of(of[1]));
        }
        return kind == List.class ? List.of(of(of[0])) : Set.of(of(of[0]));
      }
      Class<?> kind = (Class<?>) type;
      if (PLAIN.containsKey(kind)) {
        return PLAIN.get(kind);
      }
      if (kind == VaeFile.class) {
        return first(new VaeState.NotFiled(), (VaeEvent) FILED, VaeState::evolve)
            .filed()
            .orElseThrow();
      }
      if (kind == Standing.class) {
        return new Standing(
            first(new PathState.NotOpened(), (PathEvent) OPENED, PathState::evolve),
            1,
            LAW,
            (Grounds) of(Grounds.class));
      }
      if (kind.isEnum()) {
        return kind.getEnumConstants()[0];
      }
      if (kind.isSealed()) {
        Class<?>[] all = kind.getPermittedSubclasses();
        return of(all[Math.min(choice, all.length - 1)]);
      }
      return made(kind);
    }

    private Object made(Class<?> kind) {
      RecordComponent[] components = kind.getRecordComponents();
      try {
        Constructor<?> canonical =
            kind.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return canonical.newInstance(
            Stream.of(components)
                .map(RecordComponent::getGenericType)
                .map((Function<Type, Object>) this::of)
                .toArray());
      } catch (ReflectiveOperationException e) {
        throw new AssertionError("no sample of " + kind, e);
      }
    }
  }
}
