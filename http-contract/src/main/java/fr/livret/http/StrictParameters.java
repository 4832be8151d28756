package fr.livret.http;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Ids and days in paths and queries, read as strictly as in a body: Spring's own reading lets
 * {@code 1-1-1-1-1} pass for an id and the year 9999 for a day.
 */
@ControllerAdvice
public final class StrictParameters {

  @InitBinder
  void strict(WebDataBinder binder) {
    binder.registerCustomEditor(LocalDate.class, new Strict(Days::parse));
    binder.registerCustomEditor(UUID.class, new Strict(StrictParameters::id));
  }

  private static UUID id(String text) {
    return Ids.parse(text).orElseThrow(() -> new IllegalArgumentException("must be an id"));
  }

  private static final class Strict extends PropertyEditorSupport {
    private final Function<String, Object> reading;

    Strict(Function<String, Object> reading) {
      this.reading = reading;
    }

    /** An empty parameter is one that was not given. */
    @Override
    public void setAsText(String text) {
      setValue(text.isEmpty() ? null : reading.apply(text));
    }
  }
}
