package fr.livret.form.law;

import java.nio.file.Path;
import java.util.ArrayList;
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
    return parse(LawFolder.shipped(ShippedReferentiels.class.getClassLoader(), FOLDER));
  }

  /**
   * Those of a folder, by file name.
   *
   * @throws LawFileException with everything that is wrong in any of the files
   */
  public static List<ReferentielDocument> in(Path folder) {
    return parse(LawFolder.on(folder));
  }

  private static List<ReferentielDocument> parse(List<LawFolder.LawFile> files) {
    List<ReferentielDocument> documents = new ArrayList<>();
    List<Problem> found = new ArrayList<>();
    for (LawFolder.LawFile file : files) {
      Problems problems = new Problems(file.name());
      String text = file.text(problems);
      if (!problems.none()) {
        found.addAll(problems.inOrder());
        continue;
      }
      try {
        documents.add(ReferentielDocument.parse(text, file.name()));
      } catch (LawFileException e) {
        found.addAll(e.problems());
      }
    }
    if (!found.isEmpty()) {
      throw new LawFileException(found);
    }
    return documents;
  }
}
