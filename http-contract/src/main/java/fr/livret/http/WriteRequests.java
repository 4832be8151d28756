package fr.livret.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.core.JacksonException;

/**
 * Every write of the API, to be sent without an exchange of its own: the very methods of the
 * controllers, what they read read the same way, what they refuse told the same way.
 *
 * <p>A write is a POST or PUT under {@code /api/} that takes a {@link CommandContext} and answers a
 * {@link WriteAnswer}; beside the context it takes path variables and one body, nothing else.
 */
public final class WriteRequests {
  private final Supplier<RequestMappingHandlerMapping> api;
  private final Supplier<ConversionService> conversions;
  private final ProblemAnswers answers;
  private volatile @Nullable List<Write> writes;

  WriteRequests(
      Supplier<RequestMappingHandlerMapping> api,
      Supplier<ConversionService> conversions,
      ProblemAnswers answers) {
    this.api = api;
    this.conversions = conversions;
    this.answers = answers;
  }

  /**
   * What a write is answered.
   *
   * @param written where it was accepted
   * @param problem where it was not
   */
  public record Answer(int status, @Nullable WriteAnswer written, @Nullable Problem problem) {
    static Answer of(ResponseEntity<Problem> problem) {
      return new Answer(problem.getStatusCode().value(), null, problem.getBody());
    }
  }

  private record Write(RequestMethod method, PathPattern pattern, HandlerMethod handler) {}

  /** The writes there are, as in {@code POST /api/paths/{id}/ccps}, in order. */
  public List<String> all() {
    return known().stream()
        .map(write -> write.method() + " " + write.pattern().getPatternString())
        .sorted()
        .toList();
  }

  /**
   * Carries out a write.
   *
   * @param body JSON; absent where the request has none
   */
  public Answer send(String method, String path, byte @Nullable [] body, CommandContext context) {
    PathContainer address = PathContainer.parsePath(path);
    boolean otherMethod = false;
    for (Write write : known()) {
      PathPattern.PathMatchInfo match = write.pattern().matchAndExtract(address);
      if (match == null) {
        continue;
      }
      if (write.method().name().equals(method)) {
        return send(write, match.getUriVariables(), method + " " + path, body, context);
      }
      otherMethod = true;
    }
    return Answer.of(
        ProblemAnswers.answer(
            otherMethod
                ? Fault.METHOD_NOT_ALLOWED.problem("This address takes another method.")
                : Fault.NOT_FOUND.problem("The path names no write.")));
  }

  /** What is wrong with JSON that is no request, told as of a request. */
  public Problem malformed(JacksonException fault) {
    return problem(ProblemAnswers.malformed(JsonFaults.of(fault)));
  }

  /** What is wrong with a request, told as of any other. */
  public Problem malformed(MalformedInput fault) {
    return problem(ProblemAnswers.malformed(fault.errors()));
  }

  private static Problem problem(ResponseEntity<Problem> answer) {
    Problem problem = answer.getBody();
    if (problem == null) {
      throw new IllegalStateException("A problem was answered without saying which");
    }
    return problem;
  }

  private Answer send(
      Write write,
      Map<String, String> variables,
      String request,
      byte @Nullable [] body,
      CommandContext context) {
    try {
      HandlerMethod handler = write.handler().createWithResolvedBean();
      var method = handler.getMethod();
      method.setAccessible(true);
      @Nullable Object answer =
          method.invoke(handler.getBean(), arguments(handler, variables, body, context));
      if (answer instanceof ResponseEntity<?> entity
          && entity.getBody() instanceof WriteAnswer written) {
        return new Answer(status(entity.getStatusCode()), written, null);
      }
      throw new IllegalStateException(request + " answers no WriteAnswer");
    } catch (JacksonException e) {
      return Answer.of(ProblemAnswers.malformed(JsonFaults.of(e)));
    } catch (UnknownVariable _) {
      return Answer.of(answers.unknownId());
    } catch (InvocationTargetException e) {
      return Answer.of(answers.of(e.getTargetException(), named(request), orEmpty(body)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Answer.of(answers.of(e, named(request), orEmpty(body)));
    }
  }

  private @Nullable Object[] arguments(
      HandlerMethod handler,
      Map<String, String> variables,
      byte @Nullable [] body,
      CommandContext context) {
    Parameter[] parameters = handler.getMethod().getParameters();
    @Nullable Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      Parameter parameter = parameters[i];
      if (parameter.getType() == CommandContext.class) {
        arguments[i] = context;
      } else if (parameter.isAnnotationPresent(RequestBody.class)) {
        arguments[i] = read(parameter, body);
      } else {
        arguments[i] = variable(parameter, nameOf(handler, i), variables);
      }
    }
    return arguments;
  }

  private static Object read(Parameter parameter, byte @Nullable [] body) {
    if (body == null) {
      throw new MalformedInput("body", "is required");
    }
    if (parameter.getType() == byte[].class) {
      return body;
    }
    var mapper = HttpJson.mapper();
    Object read = mapper.readValue(body, mapper.constructType(parameter.getParameterizedType()));
    if (read == null) {
      throw new MalformedInput("body", "is required");
    }
    return read;
  }

  /** As the API reads addresses: what cannot be an id or a number is one nothing has. */
  private Object variable(Parameter parameter, String name, Map<String, String> variables) {
    String text = Optional.ofNullable(variables.get(name)).orElseThrow(UnknownVariable::new);
    if (parameter.getType() == String.class) {
      return text;
    }
    if (parameter.getType() == UUID.class) {
      return Ids.parse(text).orElseThrow(UnknownVariable::new);
    }
    try {
      return Optional.<Object>ofNullable(conversions.get().convert(text, parameter.getType()))
          .orElseThrow(UnknownVariable::new);
    } catch (ConversionException _) {
      throw new UnknownVariable();
    }
  }

  private static String nameOf(HandlerMethod handler, int index) {
    var parameter = handler.getMethodParameters()[index];
    PathVariable declared = parameter.getParameterAnnotation(PathVariable.class);
    if (declared != null && !declared.value().isEmpty()) {
      return declared.value();
    }
    return handler.getMethod().getParameters()[index].getName();
  }

  private static int status(HttpStatusCode code) {
    return code.value();
  }

  private static String named(String request) {
    int space = request.indexOf(' ');
    return request.substring(0, space) + " " + Discreet.path(request.substring(space + 1));
  }

  private static byte[] orEmpty(byte @Nullable [] body) {
    return body == null ? new byte[0] : body;
  }

  private List<Write> known() {
    List<Write> found = writes;
    if (found == null) {
      found = find();
      writes = found;
    }
    return found;
  }

  private List<Write> find() {
    Map<String, Write> found = new LinkedHashMap<>();
    api.get()
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (isWrite(handler)) {
            for (Write write : writesOf(info, handler)) {
              found.put(write.method() + " " + write.pattern(), write);
            }
          }
        });
    // The more of an address is written out, the sooner it is asked, as Spring does.
    return found.values().stream()
        .sorted(
            (one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern, other.pattern))
        .toList();
  }

  private static List<Write> writesOf(RequestMappingInfo info, HandlerMethod handler) {
    List<Write> writes = new ArrayList<>();
    var patterns = info.getPathPatternsCondition();
    if (patterns != null) {
      for (PathPattern pattern : patterns.getPatterns()) {
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
          if (pattern.getPatternString().startsWith("/api/")) {
            writes.add(new Write(method, pattern, handler));
          }
        }
      }
    }
    return writes;
  }

  private static boolean isWrite(HandlerMethod handler) {
    boolean hasContext = false;
    for (Parameter parameter : handler.getMethod().getParameters()) {
      if (parameter.getType() == CommandContext.class) {
        hasContext = true;
      } else if (!parameter.isAnnotationPresent(RequestBody.class)
          && !parameter.isAnnotationPresent(PathVariable.class)) {
        return false;
      }
    }
    return hasContext
        && handler.getMethod().getGenericReturnType().getTypeName().contains("WriteAnswer");
  }

  /** An address names something that cannot be. */
  private static final class UnknownVariable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
