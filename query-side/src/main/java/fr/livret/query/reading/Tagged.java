package fr.livret.query.reading;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * The version of what is read, as the ETag a write gives back in If-Match. It is set by hand: an
 * answer also depends on the day, so that no cache may take an equal tag for an equal answer.
 */
public final class Tagged {
  private Tagged() {}

  /** Adds the tag. */
  public static void with(HttpServletResponse response, long version) {
    response.setHeader(HttpHeaders.ETAG, "\"" + version + "\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
