package fr.livret.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what failed outside the controllers: in a filter, or in the server once it had the path.
 */
@Hidden
@RestController
public final class ErrorAnswers implements ErrorController {
  private final ProblemAnswers answers;

  ErrorAnswers(ProblemAnswers answers) {
    this.answers = answers;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  ResponseEntity<Problem> error(HttpServletRequest request) {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof EOFException) {
      // The server's own word for a client that went away amid its body.
      return ProblemAnswers.malformed(List.of(new FieldError("body", "breaks off")));
    }
    if (failure instanceof Throwable thrown) {
      return answers.of(thrown, request);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return ProblemAnswers.answer(
        Fault.problem(
            HttpStatusCode.valueOf(status instanceof Integer code ? code : 404),
            "The server refused the request."));
  }
}
