package org.kezhi.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// All that a role allows and limits.
public record RoleRights(
    boolean administrator,
    @NotNull List<Permission> permissions,
    @NotNull List<@Valid @NotNull OfObject> objects,
    @NotNull List<@Valid @NotNull OfField> fields) {

  /// What the role allows with one kind of record.
  public record OfObject(
      @NotNull String object,
      @NotNull Scope read,
      boolean create,
      @NotNull Scope update,
      @NotNull Scope delete,
      @JsonProperty("import") boolean mayImport,
      @JsonProperty("export") boolean mayExport) {}

  /// A field that the role does not see or may not change.
  public record OfField(
      @NotNull String object, @NotNull String field, @NotNull FieldAccess access) {}
}
