package fr.livret.http;

import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as requests must write it: every member known and once, every value of its own type. A text
 * is not a number, a number is not a day, and nothing follows the end.
 */
public final class HttpJson {
  /** The longest text of one member; a référentiel's longest is far below. */
  static final int LONGEST_TEXT = 100_000;

  private static final int LONGEST_NAME = 200;
  private static final int DEEPEST = 40;
  private static final JsonMapper MAPPER = strict();

  private HttpJson() {}

  /** The mapper of every request and answer. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  private static JsonMapper strict() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(40)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    var builder =
        JsonMapper.builder(factory)
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .addModule(
                new SimpleModule("strict values")
                    .addDeserializer(LocalDate.class, new StrictDay())
                    .addDeserializer(UUID.class, new StrictId()));
    for (LogicalType type :
        new LogicalType[] {
          LogicalType.Textual,
          LogicalType.Integer,
          LogicalType.Float,
          LogicalType.Boolean,
          LogicalType.Enum,
          LogicalType.POJO,
          LogicalType.Collection,
          LogicalType.Array,
          LogicalType.Map
        }) {
      builder.withCoercionConfig(
          type,
          coercion -> {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
              if (foreign(type, shape)) {
                coercion.setCoercion(shape, CoercionAction.Fail);
              }
            }
          });
    }
    return builder.build();
  }

  /** Whether a value written so is of another type. A whole number is a number too. */
  private static boolean foreign(LogicalType type, CoercionInputShape shape) {
    return switch (shape) {
      case Array, EmptyArray -> type != LogicalType.Collection && type != LogicalType.Array;
      case Object, EmptyObject -> type != LogicalType.POJO && type != LogicalType.Map;
      case Integer -> type != LogicalType.Integer && type != LogicalType.Float;
      case Float -> type != LogicalType.Float;
      case Boolean -> type != LogicalType.Boolean;
      case String -> type != LogicalType.Textual && type != LogicalType.Enum;
      case EmptyString -> type != LogicalType.Textual;
      case Binary -> true;
    };
  }

  /** A day as {@link Days} reads it, from text alone. */
  private static final class StrictDay extends StdScalarDeserializer<LocalDate> {
    StrictDay() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (LocalDate) context.handleUnexpectedToken(getValueType(context), parser);
      }
      String text = parser.getString();
      try {
        return Days.parse(text);
      } catch (IllegalArgumentException e) {
        throw InvalidFormatException.from(parser, e.getMessage(), text, LocalDate.class);
      }
    }
  }

  /** An id in its one usual form: the JDK's own reading also takes {@code 1-1-1-1-1}. */
  private static final class StrictId extends StdScalarDeserializer<UUID> {
    StrictId() {
      super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (UUID) context.handleUnexpectedToken(getValueType(context), parser);
      }
      String text = parser.getString();
      return Ids.parse(text)
          .orElseThrow(
              () -> InvalidFormatException.from(parser, "must be an id", text, UUID.class));
    }
  }
}
