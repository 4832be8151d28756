package fr.livret.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.coyote.BadRequestException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first to see a request: names it (X-Request-Id) and takes in the body of a write, whole,
 * within its limit, as UTF-8.
 */
final class RequestFilter extends OncePerRequestFilter {
  static final String REQUEST_ID = "X-Request-Id";
  private static final String ID_ATTRIBUTE = "fr.livret.http.requestId";
  private static final String BODY_ATTRIBUTE = "fr.livret.http.body";
  private static final String STREAMED_ATTRIBUTE = "fr.livret.http.streamed";
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> UTF8_OR_LESS = Set.of("utf-8", "utf8", "us-ascii");

  private final ProblemAnswers answers;
  private final int largestBody;
  private final Set<String> streamed;

  RequestFilter(ProblemAnswers answers, int largestBody, Set<String> streamed) {
    this.answers = answers;
    this.largestBody = largestBody;
    this.streamed = streamed;
  }

  /** The id of this request. */
  static String idOf(HttpServletRequest request) {
    return request.getAttribute(ID_ATTRIBUTE) instanceof String id ? id : "";
  }

  /** The body of a write; empty for anything else. */
  static byte[] bodyOf(HttpServletRequest request) {
    return request.getAttribute(BODY_ATTRIBUTE) instanceof byte[] body ? body : new byte[0];
  }

  /** Whether the body is left to whoever answers, to be read as it comes. */
  static boolean isStreamed(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(STREAMED_ATTRIBUTE));
  }

  static boolean isWrite(HttpServletRequest request) {
    return WITH_BODY.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = request.getHeader(REQUEST_ID);
    String requestId =
        id != null && SANE_ID.matcher(id).matches() ? id : UUID.randomUUID().toString();
    request.setAttribute(ID_ATTRIBUTE, requestId);
    response.setHeader(REQUEST_ID, requestId);
    try (var _ = MDC.putCloseable("requestId", requestId)) {
      HttpServletRequest taken;
      try {
        taken = isWrite(request) ? takenIn(request) : request;
      } catch (RequestRefused | MalformedInput | BadRequestException e) {
        ProblemAnswers.write(answers.of(e, request), response);
        return;
      }
      chain.doFilter(taken, response);
    }
  }

  private HttpServletRequest takenIn(HttpServletRequest request) throws IOException {
    refuseOtherEncodings(request);
    if (request.getMethod().equals("POST") && streamed.contains(request.getServletPath())) {
      request.setAttribute(STREAMED_ATTRIBUTE, true);
      return request;
    }
    if (request.getContentLengthLong() > largestBody) {
      throw tooLarge();
    }
    byte[] body = request.getInputStream().readNBytes(largestBody + 1);
    if (body.length > largestBody) {
      throw tooLarge();
    }
    firstByteThatIsNotUtf8(body)
        .ifPresent(at -> {
          throw new MalformedInput("body", "is not UTF-8, at byte " + (at + 1));
        });
    request.setAttribute(BODY_ATTRIBUTE, body);
    return new BufferedRequest(request, body);
  }

  private static void refuseOtherEncodings(HttpServletRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    // What the header says: the request itself is told UTF-8 by a filter of Spring before.
    var charset = CHARSET.matcher(Objects.requireNonNullElse(request.getContentType(), ""));
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new RequestRefused(
          Fault.UNSUPPORTED_MEDIA_TYPE.problem("A body is read uncompressed only."));
    }
    if (charset.find() && !UTF8_OR_LESS.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
      throw new RequestRefused(Fault.UNSUPPORTED_MEDIA_TYPE.problem("A body is read as UTF-8."));
    }
  }

  private RequestRefused tooLarge() {
    return new RequestRefused(
        Fault.TOO_LARGE.problem("A body has at most " + largestBody + " bytes."));
  }

  /** Stricter than a JSON parser, which lets some encoded surrogates pass. */
  private static OptionalInt firstByteThatIsNotUtf8(byte[] body) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer dropped = CharBuffer.allocate(8192);
    while (true) {
      var result = decoder.decode(bytes, dropped, true);
      if (result.isError()) {
        return OptionalInt.of(bytes.position());
      }
      if (result.isUnderflow()) {
        return OptionalInt.empty();
      }
      dropped.clear();
    }
  }
}
