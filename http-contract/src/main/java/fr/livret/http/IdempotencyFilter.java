package fr.livret.http;

import fr.livret.http.IdempotentAnswers.Answer;
import fr.livret.http.IdempotentAnswers.Use;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A write with an Idempotency-Key is answered once: the same request again gets the first answer,
 * another request under the key is refused.
 *
 * <p>This alone does not make a write happen once: a crash may come between the effect and the
 * stored answer. The aggregate remembers the command id, and what is created takes its id from it
 * ({@link CommandContext#newId}); a request without a stored answer is therefore simply done again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotent-Replayed";
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final String COMMAND_ID = "fr.livret.http.commandId";
  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,100}");

  private final KeyedHash hash;
  private final IdempotentAnswers answers;
  private final ProblemAnswers problems;
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(1024).toList();

  IdempotencyFilter(KeyedHash hash, IdempotentAnswers answers, ProblemAnswers problems) {
    this.hash = hash;
    this.answers = answers;
    this.problems = problems;
  }

  /** What the aggregate remembers of this request; empty without a key. */
  static Optional<String> commandIdOf(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(COMMAND_ID));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HEADER) == null
        || !RequestFilter.isWrite(request)
        || RequestFilter.isStreamed(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] key;
    try {
      key = hash.of().apply(bytes("idempotency-key", keyOf(request)));
    } catch (MalformedInput e) {
      ProblemAnswers.write(problems.of(e, request), response);
      return;
    }
    // In this process one at a time: the second of two at once waits for the answer of the first.
    ReentrantLock lock = locks.get(Math.floorMod(Arrays.hashCode(key), locks.size()));
    lock.lock();
    try {
      once(key, request, response, chain);
    } finally {
      lock.unlock();
    }
  }

  private void once(
      byte[] key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] fingerprint = fingerprint(request);
    Use use;
    try {
      use = answers.use(key, fingerprint);
    } catch (DataAccessException e) {
      ProblemAnswers.write(problems.of(e, request), response);
      return;
    }
    switch (use) {
      case Use.First _ -> perform(key, fingerprint, true, request, response, chain);
      case Use.Unanswered _ -> perform(key, fingerprint, false, request, response, chain);
      case Use.Answered(Answer answer) -> replay(answer, response);
      case Use.OtherRequest _ ->
          ProblemAnswers.write(
              ProblemAnswers.answer(
                  Fault.IDEMPOTENCY_KEY_REUSED.problem(
                      "Send another key, or exactly the request this one was first sent with.")),
              response);
    }
  }

  private void perform(
      byte[] key,
      byte[] fingerprint,
      boolean first,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(COMMAND_ID, HexFormat.of().formatHex(key));
    var captured = new ContentCachingResponseWrapper(response);
    chain.doFilter(new Synchronous(request), captured);
    if (captured.isCommitted()) {
      return; // An error of the server, or an answer too long to be one of ours.
    }
    int status = captured.getStatus();
    try {
      if ((status >= 200 && status < 300) || status == 409) {
        Answer own = answerIn(captured);
        Answer standing = answers.store(key, fingerprint, own);
        if (standing != own) {
          captured.resetBuffer();
          replay(standing, response);
          return;
        }
      } else if (first && status >= 400 && status < 500) {
        answers.free(key);
      }
    } catch (DataAccessException e) {
      // The effect stands and is told. Asked again, the aggregate gives the same answer.
      LOG.warn("An answer could not be stored: {}", e.getClass().getName());
    }
    captured.copyBodyToResponse();
  }

  private static Answer answerIn(ContentCachingResponseWrapper captured) {
    return new Answer(
        captured.getStatus(),
        captured.getContentType(),
        captured.getHeader(HttpHeaders.LOCATION),
        captured.getHeader(HttpHeaders.ETAG),
        captured.getContentAsByteArray());
  }

  private static void replay(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    setHeader(response, HttpHeaders.LOCATION, answer.location());
    setHeader(response, HttpHeaders.ETAG, answer.etag());
    setHeader(response, REPLAYED, "true");
    setHeader(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  private static void setHeader(HttpServletResponse response, String name, @Nullable String value) {
    if (value != null) {
      response.setHeader(name, value);
    }
  }

  private static String keyOf(HttpServletRequest request) {
    List<String> keys = Collections.list(request.getHeaders(HEADER));
    if (keys.size() != 1 || !KEY.matcher(keys.getFirst()).matches()) {
      throw new MalformedInput(HEADER, "must be one key of 1 to 100 printable ASCII characters");
    }
    return keys.getFirst();
  }

  /** The same request: same method, address and body. Who sends it, and If-Match, do not count. */
  private byte[] fingerprint(HttpServletRequest request) {
    var content = new ByteArrayOutputStream();
    content.writeBytes(
        bytes(
            request.getMethod(),
            request.getRequestURI(),
            Objects.requireNonNullElse(request.getQueryString(), "")));
    content.writeBytes(RequestFilter.bodyOf(request));
    return hash.of().apply(content.toByteArray());
  }

  private static byte[] bytes(String... parts) {
    return (String.join("\n", parts) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** An answer given later, by another thread, could neither be stored nor wait its turn. */
  private static final class Synchronous extends HttpServletRequestWrapper {
    Synchronous(HttpServletRequest request) {
      super(request);
    }

    @Override
    public AsyncContext startAsync() {
      throw new IllegalStateException("A write is answered by the thread that received it");
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
      return startAsync();
    }
  }
}
