package fr.livret.form.law;

import fr.livret.kernel.programme.Programme;
import java.util.Optional;

/**
 * A training programme as it was written.
 *
 * @param content what the rules need of it
 * @param json the whole document as compact JSON, its fields in the order of the text
 * @param sha256 of that JSON in UTF-8, in lower-case hexadecimal: another content is another
 *     version
 */
public record ProgrammeDocument(Programme content, String json, String sha256) {

  /**
   * Reads a document in JSON or YAML.
   *
   * @param origin the file or request it comes from, for messages
   * @throws LawFileException with every problem, its line and field, when it cannot be taken as is
   */
  public static ProgrammeDocument parse(String text, String origin) {
    Problems problems = new Problems(origin);
    Optional<Written> root = TextForm.read(text, problems);
    Optional<Programme> content =
        root.flatMap(written -> ProgrammeReader.read(Entry.root(written, problems)));
    problems.refuse();
    String json = CanonicalJson.of(root.orElseThrow());
    return new ProgrammeDocument(content.orElseThrow(), json, CanonicalJson.sha256(json));
  }
}
