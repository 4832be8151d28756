package fr.livret.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list of small records or texts kept in one column, as JSON.
 *
 * @param <T> what it is a list of
 */
public final class JsonColumn<T> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final JavaType type;

  private JsonColumn(Class<T> element) {
    this.type = JSON.getTypeFactory().constructCollectionType(List.class, element);
  }

  /** A column of those. */
  public static <T> JsonColumn<T> of(Class<T> element) {
    return new JsonColumn<>(element);
  }

  /** As it stands in the column. */
  public String write(List<T> elements) {
    return JSON.writeValueAsString(elements);
  }

  /** As it is read from the column; nothing where the column holds nothing. */
  public List<T> read(@Nullable String column) {
    return column == null ? List.of() : JSON.readValue(column, type);
  }
}
