package org.kezhi.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.function.Predicate;

/// A tab or card that a module adds to the record pages of some kinds of record; every bean of this
/// type can be arranged in layouts.
///
/// @param name what layouts call it; it is labelled by `part.` and this name
/// @param objects the kinds of record whose pages have it
/// @param covers the lists of referring records that it takes the place of, as `orderLine.order`
public record PagePart(
    String name, Place place, Predicate<ObjectType> objects, Set<String> covers) {

  /// Where on the page it stands.
  public enum Place {
    TAB("tab"),
    CENTRE("centre"),
    SIDE("side");

    private final String code;

    Place(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }
  }

  /// A tab in the middle.
  public static PagePart tab(String name, Predicate<ObjectType> objects) {
    return new PagePart(name, Place.TAB, objects, Set.of());
  }

  /// A card of one kind of record, in the middle or at the side.
  public static PagePart card(String name, Place place, String object) {
    return new PagePart(name, place, type -> type.name().equals(object), Set.of());
  }

  public PagePart covering(String... lists) {
    return new PagePart(name, place, objects, Set.of(lists));
  }

  public boolean isOn(ObjectType type) {
    return objects.test(type);
  }
}
