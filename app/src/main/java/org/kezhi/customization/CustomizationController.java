package org.kezhi.customization;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.record.Dependents;
import org.kezhi.record.FieldKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets administrators add fields and kinds of record.
@RestController
@RequestMapping("/api/customization/objects")
@PreAuthorize("isAuthenticated()")
class CustomizationController {

  private final ObjectDesigns objects;
  private final FieldDesigns fields;
  private final BuiltInFields builtIn;
  private final RenamedLabels renamed;

  CustomizationController(
      ObjectDesigns objects, FieldDesigns fields, BuiltInFields builtIn, RenamedLabels renamed) {
    this.objects = objects;
    this.fields = fields;
    this.builtIn = builtIn;
    this.renamed = renamed;
  }

  /// All kinds of record.
  record ObjectDesignList(List<ObjectDesign> items) {}

  /// All fields of a kind of record, in their order.
  record FieldDesignList(List<FieldDesign> items) {}

  /// What depends on something.
  record UseList(List<Dependents.Use> items) {}

  /// The names of custom fields in the order in which people shall see them.
  record FieldOrder(@Nullable List<String> fields) {}

  /// A formula as somebody writes it.
  record Formula(@Nullable String formula) {}

  @GetMapping
  ObjectDesignList listObjectDesigns(Viewer viewer) {
    return new ObjectDesignList(objects.list(viewer));
  }

  @PostMapping
  ResponseEntity<ObjectDesign> createObject(Viewer viewer, @RequestBody ObjectDraft draft) {
    var made = ObjectDesign.of(objects.make(viewer, draft));
    return ResponseEntity.created(URI.create("/api/customization/objects/" + made.name()))
        .body(made);
  }

  @PatchMapping("/{object}")
  ObjectDesign updateObject(
      Viewer viewer, @PathVariable String object, @RequestBody ObjectDraft draft) {
    return ObjectDesign.of(objects.change(viewer, object, draft));
  }

  @DeleteMapping("/{object}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteObject(Viewer viewer, @PathVariable String object) {
    objects.delete(viewer, object);
  }

  @PutMapping("/{object}/labels")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void renameObject(Viewer viewer, @PathVariable String object, @RequestBody LabelDraft draft) {
    renamed.rename(viewer, object, null, draft);
  }

  @DeleteMapping("/{object}/labels")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restoreObjectLabels(Viewer viewer, @PathVariable String object) {
    renamed.takeBack(viewer, object, null);
  }

  @PutMapping("/{object}/fields/{field}/labels")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void renameField(
      Viewer viewer,
      @PathVariable String object,
      @PathVariable String field,
      @RequestBody LabelDraft draft) {
    renamed.rename(viewer, object, field, draft);
  }

  @DeleteMapping("/{object}/fields/{field}/labels")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restoreFieldLabels(Viewer viewer, @PathVariable String object, @PathVariable String field) {
    renamed.takeBack(viewer, object, field);
  }

  @GetMapping("/{object}/uses")
  UseList listObjectUses(Viewer viewer, @PathVariable String object) {
    return new UseList(objects.uses(viewer, object));
  }

  @GetMapping("/{object}/fields")
  FieldDesignList listFieldDesigns(Viewer viewer, @PathVariable String object) {
    var added = fields.list(viewer, object).stream().map(FieldDesign::of);
    return new FieldDesignList(Stream.concat(builtIn.of(object).stream(), added).toList());
  }

  @PostMapping("/{object}/fields")
  ResponseEntity<FieldDesign> createField(
      Viewer viewer, @PathVariable String object, @RequestBody FieldDraft draft) {
    var added = FieldDesign.of(fields.add(viewer, object, draft));
    var place = "/api/customization/objects/" + object + "/fields/" + added.name();
    return ResponseEntity.created(URI.create(place)).body(added);
  }

  @PatchMapping("/{object}/fields/{field}")
  FieldDesign updateField(
      Viewer viewer,
      @PathVariable String object,
      @PathVariable String field,
      @RequestBody FieldDraft draft) {
    return FieldDesign.of(fields.change(viewer, object, field, draft));
  }

  @DeleteMapping("/{object}/fields/{field}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteField(Viewer viewer, @PathVariable String object, @PathVariable String field) {
    fields.delete(viewer, object, field);
  }

  @GetMapping("/{object}/fields/{field}/uses")
  UseList listFieldUses(Viewer viewer, @PathVariable String object, @PathVariable String field) {
    return new UseList(fields.uses(viewer, object, field));
  }

  /// What the values of a formula are.
  record FormulaVerdict(FieldKind kind) {}

  @PostMapping("/{object}/formula-check")
  FormulaVerdict checkFormula(
      Viewer viewer, @PathVariable String object, @RequestBody Formula formula) {
    return new FormulaVerdict(
        fields.check(viewer, object, Objects.requireNonNullElse(formula.formula(), "")));
  }

  @PutMapping("/{object}/field-order")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void orderFields(Viewer viewer, @PathVariable String object, @RequestBody FieldOrder order) {
    fields.order(viewer, object, order.fields() == null ? List.of() : order.fields());
  }
}
