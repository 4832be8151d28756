package fr.livret.http;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Answers what Tomcat refuses before any filter is reached, as a path that cannot be decoded. */
public final class ProblemReportValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Problem problem =
        Fault.problem(HttpStatusCode.valueOf(status), "The server cannot read the request.");
    try {
      response.setContentType(Problem.MEDIA_TYPE);
      response.setCharacterEncoding("UTF-8");
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(HttpJson.mapper().writeValueAsString(problem));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException _) {
      // The client is gone; the status was sent or cannot be.
    }
  }
}
