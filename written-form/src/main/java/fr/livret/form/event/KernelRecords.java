package fr.livret.form.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Reads off the records themselves what annotations would say, so that the kernel needs none: an id
 * or a code is written as its text, and whatever is not {@link Nullable} is required.
 */
final class KernelRecords extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated member) {
    return member instanceof AnnotatedMethod method
            && method.getParameterCount() == 0
            && method.getName().equals("value")
            && isText(method.getDeclaringClass())
        ? Boolean.TRUE
        : null;
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated member) {
    return member instanceof AnnotatedConstructor made && isText(made.getDeclaringClass())
        ? JsonCreator.Mode.DELEGATING
        : null;
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return component(member).map(one -> !isNullable(one)).orElse(null);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
    return component(member)
        .filter(one -> !isNullable(one))
        .map(_ -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
        .orElse(JsonSetter.Value.empty());
  }

  /** Of a component that may be one of several records, which one it is goes with it. */
  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    return isChoice(annotated)
        ? JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, true)
        : null;
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
    return isChoice(annotated)
        ? Stream.of(annotated.getRawType().getPermittedSubclasses())
            .map(one -> new NamedType(one, one.getSimpleName()))
            .toList()
        : null;
  }

  private static boolean isChoice(Annotated annotated) {
    return annotated.getRawType().isInterface() && annotated.getRawType().isSealed();
  }

  /** Ids and codes: top-level records of one {@code value}. An event is never top-level. */
  private static boolean isText(Class<?> type) {
    if (!type.isRecord() || type.getEnclosingClass() != null) {
      return false;
    }
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
        && components[0].getName().equals("value")
        && List.of(String.class, UUID.class).contains(components[0].getType());
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Optional<RecordComponent> component(Annotated annotated) {
    if (!(annotated instanceof AnnotatedMember member) || !member.getDeclaringClass().isRecord()) {
      return Optional.empty();
    }
    RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
    if (member instanceof AnnotatedParameter parameter) {
      return parameter.getOwner() instanceof AnnotatedConstructor
          ? Optional.of(components[parameter.getIndex()])
          : Optional.empty();
    }
    return Stream.of(components).filter(one -> one.getName().equals(member.getName())).findFirst();
  }
}
