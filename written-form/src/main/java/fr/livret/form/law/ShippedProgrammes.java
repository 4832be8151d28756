package fr.livret.form.law;

import java.nio.file.Path;
import java.util.List;

/** The programmes that come with the program, and those of a folder of the user's own. */
public final class ShippedProgrammes {
  private static final String FOLDER = "programmes";

  private ShippedProgrammes() {}

  /**
   * Those that come with the program, by file name.
   *
   * @throws LawFileException with everything that is wrong in any of the files
   */
  public static List<ProgrammeDocument> all() {
    return LawFolder.parsed(
        LawFolder.shipped(ShippedProgrammes.class.getClassLoader(), FOLDER),
        ProgrammeDocument::parse);
  }

  /**
   * Those of a folder, by file name.
   *
   * @throws LawFileException with everything that is wrong in any of the files
   */
  public static List<ProgrammeDocument> in(Path folder) {
    return LawFolder.parsed(LawFolder.on(folder), ProgrammeDocument::parse);
  }
}
