package fr.livret.form.law;

import java.nio.file.Path;
import java.util.List;

/** The référentiels that come with the program, and those of a folder of the user's own. */
public final class ShippedReferentiels {
  private static final String FOLDER = "referentiels";

  private ShippedReferentiels() {}

  /**
   * Those that come with the program, by file name.
   *
   * @throws LawFileException with everything that is wrong in any of the files
   */
  public static List<ReferentielDocument> all() {
    return LawFolder.parsed(
        LawFolder.shipped(ShippedReferentiels.class.getClassLoader(), FOLDER),
        ReferentielDocument::parse);
  }

  /**
   * Those of a folder, by file name.
   *
   * @throws LawFileException with everything that is wrong in any of the files
   */
  public static List<ReferentielDocument> in(Path folder) {
    return LawFolder.parsed(LawFolder.on(folder), ReferentielDocument::parse);
  }
}
