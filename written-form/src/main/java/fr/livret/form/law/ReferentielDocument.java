package fr.livret.form.law;

import fr.livret.kernel.referentiel.Referentiel;
import java.util.Optional;

/**
 * A référentiel as it was written.
 *
 * @param content what the law needs of it
 * @param json the whole document as compact JSON, its fields in the order of the text; the same
 *     whether the text was YAML or JSON, and however it was laid out
 * @param sha256 of that JSON in UTF-8, in lower-case hexadecimal: another content is another
 *     version
 */
public record ReferentielDocument(Referentiel content, String json, String sha256) {

  /**
   * Reads a document in JSON or YAML.
   *
   * @param origin the file or request it comes from, for messages
   * @throws LawFileException with every problem, its line and field, when it cannot be taken as is
   */
  public static ReferentielDocument parse(String text, String origin) {
    Problems problems = new Problems(origin);
    Optional<Written> root = TextForm.read(text, problems);
    Optional<Referentiel> content =
        root.flatMap(written -> ReferentielReader.read(Entry.root(written, problems)));
    problems.refuse();
    String json = CanonicalJson.of(root.orElseThrow());
    return new ReferentielDocument(content.orElseThrow(), json, CanonicalJson.sha256(json));
  }
}
