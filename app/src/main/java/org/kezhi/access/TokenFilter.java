package org.kezhi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kezhi.platform.CommonProblem;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets programs in that send a bearer token.
@Component
class TokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final LocalKey localKey;
  private final Refusal refusal;

  TokenFilter(Tokens tokens, LocalKey localKey, Refusal refusal) {
    this.tokens = tokens;
    this.localKey = localKey;
    this.refusal = refusal;
  }

  static boolean hasToken(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.startsWith(SCHEME);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (hasToken(request)) {
      var secret = request.getHeader("Authorization").substring(SCHEME.length()).strip();
      var found = localKey.find(request, secret).or(() -> tokens.find(secret));
      if (found.isEmpty()) {
        refusal.answer(request, response, CommonProblem.NOT_LOGGED_IN.with());
        return;
      }
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              found.get(), null, AuthorityUtils.NO_AUTHORITIES));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
