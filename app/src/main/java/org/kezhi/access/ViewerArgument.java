package org.kezhi.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands a handler that asks for a viewer the one who sent the request.
@Component
class ViewerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final Viewers viewers;

  ViewerArgument(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public Viewer resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof LoggedIn loggedIn)) {
      throw CommonProblem.NOT_LOGGED_IN.with();
    }
    return viewers
        .find(loggedIn.userId())
        .orElseThrow(() -> CommonProblem.NOT_LOGGED_IN.with())
        .limitedTo(loggedIn);
  }
}
