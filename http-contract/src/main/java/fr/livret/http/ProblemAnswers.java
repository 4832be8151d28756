package fr.livret.http;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The one place where anything thrown becomes an answer. */
final class ProblemAnswers {
  private static final Logger LOG = LoggerFactory.getLogger("fr.livret.http.incident");
  private static final int DEEPEST_CAUSE = 20;
  private static final String RETRY_AFTER_SECONDS = "2";

  private final Supplier<@Nullable CommonLaw> commonLaw;

  ProblemAnswers(Supplier<@Nullable CommonLaw> commonLaw) {
    this.commonLaw = commonLaw;
  }

  ResponseEntity<Problem> of(Throwable thrown, HttpServletRequest request) {
    return known(thrown)
        .or(() -> SpringFaults.of(thrown, this))
        .orElseGet(() ->
            incident(
                request.getMethod() + " " + Discreet.path(request.getRequestURI()),
                Discreet.trace(thrown, request)));
  }

  /** What a write that came without an exchange of its own is answered. */
  ResponseEntity<Problem> of(Throwable thrown, String request, byte[] body) {
    return known(thrown)
        .or(() -> SpringFaults.of(thrown, this))
        .orElseGet(() -> incident(request, Discreet.trace(thrown, body)));
  }

  /** Frameworks wrap what our own code threw: it is looked for among the causes. */
  private Optional<ResponseEntity<Problem>> known(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      var answer = knownOne(cause);
      if (answer.isPresent()) {
        return answer;
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private Optional<ResponseEntity<Problem>> knownOne(Throwable thrown) {
    return Optional.ofNullable(
        switch (thrown) {
          case Refusal refusal -> refused(refusal);
          case MalformedInput malformed -> malformed(malformed.errors());
          case RequestRefused refused -> answer(refused.problem());
          case VersionConflict conflict ->
              answer(
                  Fault.VERSION_CONFLICT.problem(
                      "The current version is " + conflict.currentVersion() + ".",
                      Map.of("currentVersion", conflict.currentVersion())));
          case NotYetProjected late ->
              later(
                  Fault.NOT_YET_PROJECTED.problem(
                      "Version " + late.version() + " can be read shortly: ask again.",
                      Map.of("version", late.version())));
          case RebuildRunning running ->
              answer(
                  Fault.REBUILD_RUNNING.problem(
                      "One of " + running.projection() + " waits or runs.",
                      Map.of("projection", running.projection())));
          case NoEvidence none -> answer(Fault.NO_EVIDENCE.problem(none.reason()));
          case EvidenceContradicted contradiction -> contradicted(contradiction);
          case Throwable other when StoreFailures.isOne(other) -> storeUnavailable(other);
          case Throwable _ -> null;
        });
  }

  private static ResponseEntity<Problem> contradicted(EvidenceContradicted contradiction) {
    LOG.error("The event log contradicts its evidence: {}", contradiction.what());
    return answer(Fault.EVIDENCE_CONTRADICTED.problem(contradiction.what()));
  }

  private ResponseEntity<Problem> refused(Refusal refusal) {
    Refused code = refusal.code();
    Map<String, Object> facts = Facts.shown(refusal.facts());
    LegalBasis basis = refusal.basis().orElseGet(() -> commonBasis(code.rule()));
    return answer(
        new Problem(
            "urn:livret:problem:" + code.name(),
            code.title(),
            code == Refused.UNKNOWN ? 404 : 409,
            Facts.sentence(code.title(), facts),
            code.name(),
            basis == null ? null : Problem.Basis.of(basis),
            null,
            facts));
  }

  private @Nullable LegalBasis commonBasis(RuleName rule) {
    CommonLaw law = commonLaw.get();
    return law == null || !rule.common() ? null : law.basis().apply(rule);
  }

  /** A path that names no id there could be is answered as one that names an id nothing has. */
  ResponseEntity<Problem> unknownId() {
    return refused(Refusal.of(Refused.UNKNOWN, Map.of()));
  }

  static ResponseEntity<Problem> malformed(List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? "One field is wrong: " + errors.getFirst().field() + "."
            : errors.size() + " fields are wrong.";
    return answer(Fault.MALFORMED.problem(detail, errors, Map.of()));
  }

  static ResponseEntity<Problem> answer(Problem problem) {
    return answer(problem, HttpHeaders.EMPTY);
  }

  static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ResponseEntity<Problem> later(Problem problem) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return answer(problem, headers);
  }

  private static ResponseEntity<Problem> storeUnavailable(Throwable failure) {
    LOG.warn("The store does not answer: {}", failure.getClass().getName());
    return later(
        Fault.STORE_UNAVAILABLE.problem(
            "What was sent may or may not be stored: send it again with the same"
                + " Idempotency-Key."));
  }

  private static ResponseEntity<Problem> incident(String request, String trace) {
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {} ({}): {}", incident, request, trace);
    return answer(
        Fault.INTERNAL.problem(
            "The log says more under incident " + incident + ".", Map.of("incident", incident)));
  }

  /** Writes an answer where no controller is reached. */
  static void write(ResponseEntity<Problem> answer, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(answer.getStatusCode().value());
    answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    byte[] body = HttpJson.mapper().writeValueAsBytes(answer.getBody());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
