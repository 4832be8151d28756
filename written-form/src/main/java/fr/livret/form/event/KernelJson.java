package fr.livret.form.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Records of the kernel as JSON, so that one record is always the same bytes. */
public final class KernelJson {
  private KernelJson() {}

  /** Writes records in the order of their components, sets sorted, absent values left out. */
  public static JsonMapper mapper() {
    return JsonMapper.builder()
        .annotationIntrospector(new KernelRecords())
        .addModule(new SimpleModule("kernel").addSerializer(Set.class, new SortedSets()))
        .changeDefaultPropertyInclusion(_ ->
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(LogicalType.Textual, KernelJson::textsOnly)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .build();
  }

  private static void textsOnly(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** A set has no order of its own, and its text must have one. */
  @SuppressWarnings("rawtypes") // The class Jackson is told to use it for.
  private static final class SortedSets extends ValueSerializer<Set> {
    @Override
    public void serialize(Set set, JsonGenerator json, SerializationContext context) {
      List<?> sorted =
          ((Set<?>) set).stream().sorted(Comparator.comparing(SortedSets::text)).toList();
      json.writeStartArray(set, sorted.size());
      for (Object element : sorted) {
        context.writeValue(json, element);
      }
      json.writeEndArray();
    }

    private static String text(Object element) {
      return element instanceof Enum<?> constant ? constant.name() : element.toString();
    }
  }
}
