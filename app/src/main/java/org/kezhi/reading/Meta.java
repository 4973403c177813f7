package org.kezhi.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.FieldKind;
import org.kezhi.record.PagePart;

/// All that the screens must know about the kinds of record, in the language of the request.
record Meta(List<OfObject> objects, Company settings) {

  /// One kind of record.
  record OfObject(
      String name,
      String path,
      String label,
      String pluralLabel,
      String icon,
      String group,
      String titleField,
      Rights rights,
      List<String> defaultColumns,
      String defaultSort,
      List<String> quickCreate,
      List<OfField> fields,
      List<OfSection> sections,
      List<Link> related,
      List<String> matchFields,
      @Nullable String treeField,
      List<OfPart> parts,
      @Nullable OfLayout layout,
      List<String> timeline) {}

  /// What the viewer may do with it; per record the answer may be narrower.
  record Rights(
      boolean create,
      boolean update,
      boolean delete,
      @JsonProperty("import") boolean mayImport,
      @JsonProperty("export") boolean mayExport) {}

  /// One field.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfField(
      String name,
      FieldKind kind,
      String label,
      @Nullable String help,
      boolean required,
      boolean readOnly,
      boolean sortable,
      @Nullable Integer maxLength,
      @Nullable List<Choice> options,
      @Nullable String reference,
      @Nullable String currencyField,
      @Nullable Object defaultValue) {}

  /// One value of a choice.
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  record Choice(String value, String label, @Nullable String color, boolean retired) {}

  /// A headed group of fields; some records may lack one that is conditional.
  record OfSection(
      String name,
      String label,
      List<String> fields,
      @Nullable Integer columns,
      boolean conditional) {}

  /// A tab or card that modules add to the pages of a kind of record.
  record OfPart(String name, PagePart.Place place, String label, Set<String> covers) {}

  /// How record pages and forms are arranged beside their sections.
  record OfLayout(
      List<String> hidden,
      List<String> tabs,
      List<String> hiddenTabs,
      List<String> cards,
      List<String> hiddenCards,
      List<String> conditional,
      List<String> watched) {}

  /// A reference of another kind of record to this one; those that follow go into the recycle bin
  /// with it.
  record Link(String object, String field, String label, boolean follows) {}

  /// What holds for the whole company.
  record Company(String baseCurrency, String zone) {}
}
