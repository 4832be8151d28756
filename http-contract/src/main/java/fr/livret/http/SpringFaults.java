package fr.livret.http;

import jakarta.servlet.ServletException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** What Spring and Tomcat throw for a request they cannot hand to a controller. */
final class SpringFaults {
  private SpringFaults() {}

  /** The answer; empty where the product is at fault and not the request. */
  static Optional<ResponseEntity<Problem>> of(Throwable thrown, ProblemAnswers answers) {
    return Optional.ofNullable(
        switch (thrown) {
          case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
          case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch, answers);
          case MissingServletRequestParameterException missing ->
              malformed(missing.getParameterName(), "is required");
          case MissingRequestHeaderException missing ->
              malformed(missing.getHeaderName(), "is required");
          case BindException binding -> binding(binding);
          case InvalidParameterException _ -> malformed("query", "is not percent-encoded UTF-8");
          case BadRequestException _ -> malformed("body", "does not arrive as its headers say");
          case HttpRequestMethodNotSupportedException method -> method(method);
          case HttpMediaTypeNotSupportedException type -> mediaType(type);
          case MultipartException _ ->
              ProblemAnswers.answer(
                  Fault.UNSUPPORTED_MEDIA_TYPE.problem("Read here: application/json."));
          case HttpMediaTypeNotAcceptableException type -> notAcceptable(type);
          case NoResourceFoundException _, NoHandlerFoundException _ ->
              ProblemAnswers.answer(Fault.NOT_FOUND.problem("The path names no resource."));
          case ErrorResponse other when other.getStatusCode().is4xxClientError() ->
              ProblemAnswers.answer(
                  Fault.problem(other.getStatusCode(), "The request cannot be read."));
          case ServletException wrapper when wrapper.getCause() != null ->
              of(wrapper.getCause(), answers).orElse(null);
          default -> null;
        });
  }

  private static ResponseEntity<Problem> malformed(String field, String message) {
    return ProblemAnswers.malformed(List.of(new FieldError(field, message)));
  }

  private static ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
    return unreadable.getCause() instanceof JacksonException json
        ? ProblemAnswers.malformed(JsonFaults.of(json))
        : malformed("body", "is required");
  }

  private static @Nullable ResponseEntity<Problem> mismatch(
      MethodArgumentTypeMismatchException mismatch, ProblemAnswers answers) {
    var parameter = mismatch.getParameter();
    if (parameter.hasParameterAnnotation(PathVariable.class)) {
      return answers.unknownId();
    }
    var query = parameter.getParameterAnnotation(RequestParam.class);
    var header = parameter.getParameterAnnotation(RequestHeader.class);
    String declared = query != null ? query.name() : header != null ? header.name() : "";
    return malformed(
        declared.isEmpty() ? mismatch.getName() : declared,
        mismatch.getRequiredType() == LocalDate.class && mismatch.getValue() instanceof String text
            ? dayFlaw(text)
            : "must be " + JsonFaults.named(mismatch.getRequiredType()));
  }

  private static String dayFlaw(String text) {
    try {
      Days.parse(text);
      return "is not valid";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static ResponseEntity<Problem> binding(BindException binding) {
    List<FieldError> errors = new ArrayList<>();
    binding
        .getFieldErrors()
        .forEach(it -> errors.add(new FieldError(it.getField(), "is not valid")));
    if (errors.isEmpty()) {
      errors.add(new FieldError("body", "is not valid"));
    }
    return ProblemAnswers.malformed(errors);
  }

  private static ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException method) {
    var allowed = method.getSupportedHttpMethods();
    return ProblemAnswers.answer(
        Fault.METHOD_NOT_ALLOWED.problem(
            "Allowed here: " + (allowed == null ? "nothing" : allowed) + ".", Map.of()),
        method.getHeaders());
  }

  private static ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException type) {
    return ProblemAnswers.answer(
        Fault.UNSUPPORTED_MEDIA_TYPE.problem(
            "Read here: " + readable(type.getSupportedMediaTypes()) + "."),
        only(HttpHeaders.ACCEPT, type.getHeaders()));
  }

  private static ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException type) {
    return ProblemAnswers.answer(
        Fault.NOT_ACCEPTABLE.problem(
            "Given here: " + readable(type.getSupportedMediaTypes()) + "."));
  }

  private static String readable(List<?> types) {
    return types.isEmpty()
        ? "application/json"
        : String.join(", ", types.stream().map(Object::toString).toList());
  }

  private static HttpHeaders only(String name, HttpHeaders headers) {
    var kept = new HttpHeaders();
    List<String> values = headers.get(name);
    if (values != null) {
      kept.put(name, values);
    }
    return kept;
  }
}
