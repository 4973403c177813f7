package org.kezhi.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;

/// Somebody who looks or acts, with all rights that follow from roles, place and token.
///
/// @param subtree the units at and below the viewer's own
/// @param administrator whether every right is given
/// @param scopes what a token is limited to; none for a person who logged in
/// @param channel by which way the viewer's wishes come: `web`, `api` or `cli`
public record Viewer(
    UUID id,
    String userName,
    String displayName,
    @Nullable UUID unit,
    List<UUID> subtree,
    boolean administrator,
    Set<Permission> permissions,
    Map<String, ObjectRights> objects,
    Map<String, Map<String, FieldAccess>> fields,
    @Nullable Set<String> scopes,
    String channel) {

  /// What only those may write who administer users.
  private static final Set<String> ADMINISTERED = Set.of("user", "role", "unit");

  public boolean may(Permission permission) {
    return (administrator || permissions.contains(permission)) && inScope(permission.code());
  }

  /// Whether a token is for this at all; whoever logged in has no such limit.
  public boolean isFor(Permission permission) {
    return inScope(permission.code());
  }

  /// Whether a token is for writing in the lists of a kind of record; see [#isFor].
  public boolean isForWriting(String object) {
    return inScope(object + ":write");
  }

  public void require(Permission permission) {
    if (!may(permission)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  /// Refuses tokens, for calls that give somebody a way in or more rights: what is gained by a
  /// stolen token must be gone with it.
  public void requirePerson() {
    if (scopes != null) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  /// Refuses tokens that are limited to something, for what belongs to one person alone.
  public void requireAllScopes() {
    if (!inScope("*")) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  /// What the viewer may do with a kind of record, the token's limits included.
  public ObjectRights rights(String object) {
    var given = administrator ? ObjectRights.ALL : objects.getOrDefault(object, ObjectRights.NONE);
    var open = may(Permission.ADMIN_USERS) || !ADMINISTERED.contains(object);
    var write = open && inScope(object + ":write");
    var imports = open && inScope("import");
    return new ObjectRights(
        inScope(object + ":read") || inScope(object + ":write") ? given.read() : Scope.NONE,
        write && given.create(),
        write ? given.update() : Scope.NONE,
        write ? given.delete() : Scope.NONE,
        imports && given.mayImport(),
        inScope(object + ":read") && given.mayExport());
  }

  /// The viewer as an import acts for them: whoever a token lets bring files in may do by a file
  /// what its owner may, and nothing beside it.
  public Viewer importing() {
    return inScope("import") ? limitedTo(new LoggedIn(id, null, channel)) : this;
  }

  /// The viewer as limited as the token was that asked for something to be done later.
  public Viewer within(@Nullable Set<String> limits) {
    return limits == null ? this : limitedTo(new LoggedIn(id, limits, channel));
  }

  FieldAccess field(String object, String field) {
    var ofObject = fields.get(object);
    return administrator || ofObject == null
        ? FieldAccess.WRITABLE
        : ofObject.getOrDefault(field, FieldAccess.WRITABLE);
  }

  Viewer limitedTo(LoggedIn login) {
    return new Viewer(
        id,
        userName,
        displayName,
        unit,
        subtree,
        administrator,
        permissions,
        objects,
        fields,
        login.scopes(),
        login.channel());
  }

  private boolean inScope(String scope) {
    return scopes == null || scopes.contains("*") || scopes.contains(scope);
  }
}
