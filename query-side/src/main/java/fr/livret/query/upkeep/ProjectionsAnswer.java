package fr.livret.query.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.query.projection.Progress;
import fr.livret.query.projection.RebuildProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every projection.
 *
 * @param items in no order that means anything
 */
@Schema(name = "Projections")
record ProjectionsAnswer(List<Item> items) {
  ProjectionsAnswer {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param lag how many events it is behind
   * @param lagSeconds for how long the oldest event that waits for it has been there
   * @param error what kind of error it fails on
   * @param rebuild the one that waits or runs, else the last since the start
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Projection")
  record Item(
      @Schema(example = "paths") String name,
      Progress.State state,
      long lag,
      double lagSeconds,
      @Nullable String error,
      @Nullable RebuildProgress rebuild) {
    static Item of(String name, Progress progress) {
      return new Item(
          name,
          progress.state(),
          progress.lag(),
          progress.lagSeconds(),
          progress.error(),
          progress.rebuild());
    }
  }

  static ProjectionsAnswer of(Map<String, Progress> progress) {
    return new ProjectionsAnswer(
        progress.entrySet().stream().map(one -> Item.of(one.getKey(), one.getValue())).toList());
  }
}
