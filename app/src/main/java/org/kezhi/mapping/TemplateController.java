package org.kezhi.mapping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.http.ContentDisposition;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hands out empty files whose columns an import recognises by itself.
@RestController
@RequestMapping("/api/import-templates")
@PreAuthorize("isAuthenticated()")
class TemplateController {

  private final Templates templates;

  TemplateController(Templates templates) {
    this.templates = templates;
  }

  @GetMapping(path = "/{object}/csv", produces = "text/csv;charset=UTF-8")
  void downloadCsvTemplate(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String object,
      @RequestParam(required = false) @Nullable String language)
      throws IOException {
    var template = templates.of(viewer, object, language(request, language));
    head(response, "text/csv;charset=UTF-8", template.name() + ".csv");
    template.writeCsv(response.getOutputStream());
  }

  @GetMapping(
      path = "/{object}/xlsx",
      produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  void downloadXlsxTemplate(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String object,
      @RequestParam(required = false) @Nullable String language)
      throws IOException {
    var template = templates.of(viewer, object, language(request, language));
    head(
        response,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        template.name() + ".xlsx");
    template.writeXlsx(response.getOutputStream());
  }

  /// A link cannot say which language its reader wants but by its address.
  private static Locale language(HttpServletRequest request, @Nullable String wanted) {
    if (wanted == null) {
      return ProblemAnswers.language(request);
    }
    return wanted.startsWith("en") ? Labels.ENGLISH : Labels.CHINESE;
  }

  private static void head(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }
}
