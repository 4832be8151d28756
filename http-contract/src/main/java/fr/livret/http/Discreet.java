package fr.livret.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * What a log may say of a failed request. A message thrown deep below may quote what was sent, and
 * that may be a name: every text of the body is struck out.
 */
final class Discreet {
  private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/_.-]{0,200}");
  private static final int SHORTEST_STRUCK = 2;

  private Discreet() {}

  /** The path where it is made of ids and words only. */
  static String path(String path) {
    return PLAIN_PATH.matcher(path).matches() ? path : "[path]";
  }

  static String trace(Throwable thrown, HttpServletRequest request) {
    return trace(thrown, RequestFilter.bodyOf(request), parametersOf(request));
  }

  static String trace(Throwable thrown, byte[] body) {
    return trace(thrown, body, Stream.empty());
  }

  private static String trace(Throwable thrown, byte[] body, Stream<String> parameters) {
    var written = new StringWriter();
    thrown.printStackTrace(new PrintWriter(written));
    String trace = written.toString();
    for (String text : textsOf(body, parameters)) {
      trace = trace.replace(text, "[...]");
    }
    return trace;
  }

  /** The longest first: a part of one text may be another. */
  private static Iterable<String> textsOf(byte[] body, Stream<String> parameters) {
    Set<String> texts = new LinkedHashSet<>();
    try (var parser = HttpJson.mapper().createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          texts.add(parser.getString());
        }
      }
    } catch (JacksonException _) {
      // No JSON up to its end: then its lines, whole, are what a message could quote.
      new String(body, StandardCharsets.UTF_8).lines().map(String::strip).forEach(texts::add);
    }
    parameters.forEach(texts::add);
    // Shorter ones tell nothing, and would leave nothing of the trace.
    return texts.stream()
        .filter(text -> text.length() >= SHORTEST_STRUCK)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static Stream<String> parametersOf(HttpServletRequest request) {
    try {
      return request.getParameterMap().values().stream().flatMap(Arrays::stream);
    } catch (IllegalStateException _) {
      return Stream.empty(); // Tomcat could not decode them, so nothing else has read them.
    }
  }
}
