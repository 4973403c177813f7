package org.kezhi.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.ProblemAnswers;
import org.kezhi.record.FilterReader;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/// Answers lists, counts and single records of every kind.
@RestController
@RequestMapping("/api/{path}")
@PreAuthorize("isAuthenticated()")
class RecordController {

  private static final String DEFAULT_LIMIT = "50";

  private final RecordQueries records;
  private final Groups groups;
  private final Lanes lanes;
  private final Related related;
  private final Trash trash;
  private final Successors successors;
  private final CsvExport csv;
  private final Policy policy;
  private final FilterReader filters;

  RecordController(
      RecordQueries records,
      Groups groups,
      Lanes lanes,
      Related related,
      Trash trash,
      Successors successors,
      CsvExport csv,
      Policy policy,
      FilterReader filters) {
    this.records = records;
    this.groups = groups;
    this.lanes = lanes;
    this.related = related;
    this.trash = trash;
    this.successors = successors;
    this.csv = csv;
    this.policy = policy;
    this.filters = filters;
  }

  @GetMapping
  RecordPage list(Viewer viewer, @PathVariable String path, ListParameters parameters) {
    return records.list(viewer, policy.visible(viewer, path), parameters.query(filters));
  }

  @PostMapping("/query")
  RecordPage query(Viewer viewer, @PathVariable String path, @RequestBody QueryBody body) {
    return records.list(viewer, policy.visible(viewer, path), body.query(filters));
  }

  @GetMapping("/export")
  ResponseEntity<StreamingResponseBody> export(
      Viewer viewer,
      @PathVariable String path,
      ListParameters parameters,
      HttpServletRequest request) {
    var type = policy.visible(viewer, path);
    var query = parameters.query(filters);
    var columns = csv.columns(viewer, type, query);
    var language = ProblemAnswers.language(request);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"" + path + ".csv\"")
        .body(out -> csv.write(new CsvExport.Export(viewer, type, query, columns, language), out));
  }

  @GetMapping("/count")
  RecordQueries.RecordCount count(
      Viewer viewer, @PathVariable String path, ListParameters parameters) {
    return records.count(viewer, policy.visible(viewer, path), parameters.query(filters));
  }

  @PostMapping("/groups")
  Groups.GroupList groups(
      Viewer viewer, @PathVariable String path, @RequestBody Groups.GroupQuery query) {
    return groups.list(viewer, policy.visible(viewer, path), query);
  }

  @PostMapping("/lanes")
  Lanes.LaneList lanes(
      Viewer viewer, @PathVariable String path, @RequestBody Lanes.LaneQuery query) {
    return lanes.list(viewer, policy.visible(viewer, path), query);
  }

  @GetMapping("/options")
  Related.OptionList options(
      Viewer viewer,
      @PathVariable String path,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "20") int limit) {
    return related.options(viewer, policy.known(viewer, path), q, limit);
  }

  @GetMapping("/trash")
  Trash.TrashPage trash(
      Viewer viewer,
      @PathVariable String path,
      @RequestParam(defaultValue = DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return trash.list(viewer, policy.visible(viewer, path), limit, cursor);
  }

  @GetMapping("/{id}")
  ResponseEntity<Map<String, @Nullable Object>> get(
      Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    var type = policy.visible(viewer, path);
    var record =
        records.find(viewer, type, id).orElseThrow(() -> successors.missing(viewer, type, id));
    return ResponseEntity.ok().eTag("\"" + record.get("version") + "\"").body(record);
  }

  @GetMapping("/{id}/related")
  Related.RelatedList related(Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    return related.counts(viewer, policy.visible(viewer, path), id);
  }

  /// The parameters of a list as they stand in an address.
  record ListParameters(
      @Nullable String filter,
      @Nullable String sort,
      @Nullable String columns,
      @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable String q) {

    ListQuery query(FilterReader filters) {
      return new ListQuery(
          filters.read(filter),
          split(sort),
          split(columns),
          limit == null ? Integer.parseInt(DEFAULT_LIMIT) : limit,
          cursor,
          q);
    }

    private static List<String> split(@Nullable String names) {
      var parts = new ArrayList<String>();
      if (names != null && !names.isBlank()) {
        for (var name : names.split(",", -1)) {
          parts.add(name.strip());
        }
      }
      return parts;
    }
  }

  /// The same as a body, for filters that are too long for an address.
  record QueryBody(
      @Nullable JsonNode filter,
      @Nullable List<String> sort,
      @Nullable List<String> columns,
      @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable String q) {

    ListQuery query(FilterReader filters) {
      return new ListQuery(
          filters.read(filter),
          sort == null ? List.of() : sort,
          columns == null ? List.of() : columns,
          limit == null ? Integer.parseInt(DEFAULT_LIMIT) : limit,
          cursor,
          q);
    }
  }
}
