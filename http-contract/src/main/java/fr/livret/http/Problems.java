package fr.livret.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever a controller, or the way to it, throws into a problem. */
@RestControllerAdvice
public final class Problems {
  private final ProblemAnswers answers;

  Problems(ProblemAnswers answers) {
    this.answers = answers;
  }

  @ExceptionHandler(Throwable.class)
  @Nullable ResponseEntity<Problem> problem(
      Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
      return null; // There is nobody left to answer.
    }
    return answers.of(thrown, request);
  }
}
