package fr.livret.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/**
 * What every write that succeeds answers.
 *
 * @param id of what was written
 * @param version after the write; the ETag carries it too
 */
@Schema(description = "What was written, and its version after the write.")
public record WriteAnswer(String id, long version) {

  /**
   * 201, with the place of what was created.
   *
   * @param location as in {@code /api/candidates/<id>}
   */
  public static ResponseEntity<WriteAnswer> created(String location, Object id, long version) {
    return ResponseEntity.created(URI.create(location))
        .eTag(tag(version))
        .body(new WriteAnswer(id.toString(), version));
  }

  /** 200. */
  public static ResponseEntity<WriteAnswer> done(Object id, long version) {
    return ResponseEntity.ok().eTag(tag(version)).body(new WriteAnswer(id.toString(), version));
  }

  private static String tag(long version) {
    return "\"" + version + "\"";
  }
}
