package fr.livret.command.referentiel;

import fr.livret.form.law.LawFileException;
import fr.livret.http.FieldError;
import fr.livret.http.MalformedInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

/** A document a request brings as a whole, in JSON or YAML. */
public final class DocumentBody {
  private DocumentBody() {}

  /**
   * Reads it.
   *
   * @param parsing of a text, given where it comes from
   * @throws MalformedInput with every problem, its field and line
   */
  public static <D> D read(byte[] body, BiFunction<String, String, D> parsing) {
    try {
      return parsing.apply(text(body), "body");
    } catch (LawFileException e) {
      throw new MalformedInput(
          e.problems().stream()
              .map(problem ->
                  new FieldError(
                      problem.field().isEmpty() ? "body" : problem.field(),
                      problem.message() + " (line " + problem.line() + ")"))
              .toList());
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw new MalformedInput(List.of(new FieldError("body", "is not UTF-8")));
    }
  }
}
