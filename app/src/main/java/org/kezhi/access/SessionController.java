package org.kezhi.access;

import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.UNIT;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Logs people in and out and keeps how they like the program.
@RestController
@RequestMapping("/api/session")
class SessionController {

  private final LogIns logIns;
  private final Users users;
  private final Viewers viewers;
  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();
  private final DSLContext db;

  SessionController(
      LogIns logIns,
      Users users,
      Viewers viewers,
      SecurityContextRepository contexts,
      DSLContext db) {
    this.logIns = logIns;
    this.users = users;
    this.viewers = viewers;
    this.contexts = contexts;
    this.db = db;
  }

  @PermitAll
  @PostMapping
  SessionDetail logIn(
      @Valid @RequestBody LogIn command, HttpServletRequest request, HttpServletResponse response) {
    var user = logIns.check(command.userName(), command.password(), request.getRemoteAddr());
    var viewer = viewers.find(user.userId()).orElseThrow(() -> CommonProblem.NOT_LOGGED_IN.with());
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            user, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    csrf.saveToken(csrf.generateToken(request), request, response);
    return detail(viewer);
  }

  @PreAuthorize("isAuthenticated()")
  @GetMapping
  SessionDetail getSession(Viewer viewer) {
    return detail(viewer);
  }

  @PreAuthorize("isAuthenticated()")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  @PreAuthorize("isAuthenticated()")
  @DeleteMapping("/all")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOutEverywhere(Viewer viewer, HttpServletRequest request) {
    viewer.requirePerson();
    logIns.endAll(viewer.id());
    logOut(request);
  }

  @PreAuthorize("isAuthenticated()")
  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(Viewer viewer, @Valid @RequestBody ChangePassword command) {
    viewer.requirePerson();
    logIns.changePassword(viewer.id(), command.currentPassword(), command.newPassword());
  }

  @PreAuthorize("isAuthenticated()")
  @PutMapping("/preferences")
  SessionDetail setPreferences(Viewer viewer, @Valid @RequestBody Preferences command) {
    viewer.requirePerson();
    users.setPreferences(viewer, command);
    return detail(viewer);
  }

  private SessionDetail detail(Viewer viewer) {
    var permissions = Arrays.stream(Permission.values()).filter(viewer::may).toList();
    return db.select(APP_USER.LANGUAGE, APP_USER.THEME, APP_USER.DENSITY, UNIT.ID, UNIT.NAME)
        .from(APP_USER)
        .leftJoin(UNIT)
        .on(UNIT.ID.eq(APP_USER.UNIT_ID))
        .where(APP_USER.ID.eq(viewer.id()))
        .fetchSingle(row ->
            new SessionDetail(
                new SessionUser(
                    viewer.id(),
                    viewer.userName(),
                    viewer.displayName(),
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4() == null ? null : new UnitRef(row.value4(), row.value5())),
                permissions));
  }

  /// A name and a password.
  record LogIn(
      @NotBlank @Size(max = 200) String userName, @NotBlank @Size(max = 1000) String password) {}

  /// A new password, with the old one as proof.
  record ChangePassword(
      @NotNull @Size(max = 1000) String currentPassword,
      @NotNull @Size(min = 10, max = 1000) String newPassword) {}

  /// How somebody likes the program; what is left out stays as it is.
  record Preferences(
      @Nullable @Pattern(regexp = "zh-CN|en") String language,
      @Nullable @Pattern(regexp = "system|light|dark") String theme,
      @Nullable @Pattern(regexp = "comfortable|compact") String density) {}

  /// Who is logged in, and what that person may do.
  record SessionDetail(SessionUser user, List<Permission> permissions) {}

  /// The person who is logged in.
  record SessionUser(
      UUID id,
      String userName,
      String displayName,
      String language,
      String theme,
      String density,
      @Nullable UnitRef unit) {}

  /// The unit that the person belongs to.
  record UnitRef(UUID id, String title) {}
}
