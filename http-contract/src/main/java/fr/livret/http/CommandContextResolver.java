package fr.livret.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link CommandContext} it asks for. */
final class CommandContextResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CommandContext.class;
  }

  @Override
  public CommandContext resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("A write comes by HTTP");
    }
    return new CommandContext(
        Actor.parse(request.getHeader(Actor.HEADER)),
        RequestFilter.idOf(request),
        Client.of(request.getHeader(Client.HEADER)),
        IdempotencyFilter.commandIdOf(request),
        IfMatch.parse(request.getHeader(IfMatch.HEADER)));
  }
}
