package fr.livret.command.imports;

import fr.livret.http.HttpJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The answer to an import, a line of JSON per outcome. Up to {@link #HELD} it waits for the end of
 * the file: a client that reads only after it has sent everything must not be waited for by one
 * that waits for it. Beyond that it flows while the file is still coming.
 */
final class OutcomeStream {
  static final String MEDIA_TYPE = "application/x-ndjson";
  private static final int HELD = 16 * 1024 * 1024;

  private final HttpServletResponse response;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean flowing;

  OutcomeStream(HttpServletResponse response) {
    this.response = response;
  }

  void write(Object line) throws IOException {
    OutputStream out = flowing ? response.getOutputStream() : held;
    out.write(HttpJson.mapper().writeValueAsBytes(line));
    out.write('\n');
    if (!flowing && held.size() > HELD) {
      flow();
    }
  }

  void end() throws IOException {
    if (!flowing) {
      flow();
    }
    response.getOutputStream().flush();
  }

  private void flow() throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(MEDIA_TYPE);
    held.writeTo(response.getOutputStream());
    held.reset();
    flowing = true;
  }
}
