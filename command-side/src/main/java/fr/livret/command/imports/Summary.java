package fr.livret.command.imports;

import io.swagger.v3.oas.annotations.media.Schema;

/** The last line of an import's answer. */
@Schema(name = "ImportSummary")
record Summary(Counts summary) {

  /**
   * What became of the lines.
   *
   * @param name of the import
   * @param repeated lines answered from memory, since an earlier run had done them
   */
  @Schema(name = "ImportCounts")
  record Counts(
      @Schema(example = "registre-2009") String name,
      boolean dryRun,
      @Schema(example = "1200") long lines,
      @Schema(example = "1198") long accepted,
      @Schema(example = "2") long refused,
      long repeated,
      long millis,
      double linesPerSecond) {}
}
