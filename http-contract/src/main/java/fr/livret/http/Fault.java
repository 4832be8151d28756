package fr.livret.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** The reasons, other than rules, for which a request is not answered as asked. */
enum Fault {
  MALFORMED(400, "The request is malformed"),
  UNAUTHENTICATED(401, "Who asks is not known"),
  FORBIDDEN(403, "Who asks may not do this"),
  NOT_FOUND(404, "There is nothing at this address"),
  NO_EVIDENCE(404, "No evidence is kept of this event log"),
  METHOD_NOT_ALLOWED(405, "This address does not answer this method"),
  NOT_ACCEPTABLE(406, "No accepted form of the answer can be given"),
  REBUILD_RUNNING(409, "This projection is being rebuilt already"),
  VERSION_CONFLICT(412, "It has changed since the version this request expects"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "This form of body is not read here"),
  IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL(500, "The request failed by a fault of the product"),
  EVIDENCE_CONTRADICTED(500, "The event log contradicts what was signed"),
  NOT_YET_PROJECTED(503, "The version asked for is not there to be read yet"),
  STORE_UNAVAILABLE(503, "The store does not answer");

  private final int status;
  private final String title;

  Fault(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  Problem problem(String detail) {
    return problem(detail, null, Map.of());
  }

  Problem problem(String detail, Map<String, Object> facts) {
    return problem(detail, null, facts);
  }

  Problem problem(String detail, @Nullable List<FieldError> errors, Map<String, Object> facts) {
    return new Problem(
        "urn:livret:problem:" + name(), title, status, detail, name(), null, errors, facts);
  }

  /** The problem a bare status of the server means; the status stands as it is. */
  static Problem problem(HttpStatusCode status, String detail) {
    Problem problem = of(status).problem(detail);
    return new Problem(
        problem.type(),
        problem.title(),
        status.value(),
        detail,
        problem.code(),
        null,
        null,
        Map.of());
  }

  private static Fault of(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 412 -> VERSION_CONFLICT;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 431 -> HEADERS_TOO_LARGE;
      case 503 -> STORE_UNAVAILABLE;
      default -> status.is4xxClientError() ? MALFORMED : INTERNAL;
    };
  }
}
