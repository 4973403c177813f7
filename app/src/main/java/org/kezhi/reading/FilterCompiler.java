package org.kezhi.reading;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.record.Filter;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.PersonalMark;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.StandardColumns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Turns a filter into a condition, for what the viewer may see and nothing else.
@Component
class FilterCompiler {

  private static final int MAX_HOPS = 3;

  private final Policy policy;
  private final ObjectTypes types;
  private final Comparison comparison;
  private final ObjectProvider<PersonalMark> marks;

  FilterCompiler(
      Policy policy, ObjectTypes types, Comparison comparison, ObjectProvider<PersonalMark> marks) {
    this.policy = policy;
    this.types = types;
    this.comparison = comparison;
    this.marks = marks;
  }

  /// The fields of the records themselves that a filter compares.
  static Stream<RecordField> fields(ObjectType type, Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) -> parts.stream().flatMap(part -> fields(type, part));
      case Filter.Or(var parts) -> parts.stream().flatMap(part -> fields(type, part));
      case Filter.Not(var part) -> fields(type, part);
      case Filter.Test test -> type.field(test.field()).stream();
    };
  }

  Condition compile(Viewer viewer, Source source, Filter filter) {
    return compile(viewer, source, filter, 0);
  }

  private Condition compile(Viewer viewer, Source source, Filter filter, int hops) {
    return switch (filter) {
      case Filter.And(var parts) -> and(all(viewer, source, parts, hops));
      case Filter.Or(var parts) -> or(all(viewer, source, parts, hops));
      case Filter.Not(var part) -> not(compile(viewer, source, part, hops));
      case Filter.Test test -> test(viewer, source, test, hops);
    };
  }

  private List<Condition> all(Viewer viewer, Source source, List<Filter> parts, int hops) {
    return parts.stream().map(part -> compile(viewer, source, part, hops)).toList();
  }

  private Condition test(Viewer viewer, Source source, Filter.Test test, int hops) {
    if ("id".equals(test.field())) {
      return comparison.ids(StandardColumns.id(source.main()), test);
    } else if (test.field().startsWith("@")) {
      return marked(viewer, source, test);
    }
    var field = policy.visibleField(viewer, source.type(), test.field());
    if (field.isPresent()) {
      return comparison.compare(viewer, field.get(), source.compared(field.get()), test);
    }
    var dot = test.field().indexOf('.');
    if (dot < 0 || hops >= MAX_HOPS) {
      throw unknown(test.field());
    }
    var reference =
        policy
            .visibleField(viewer, source.type(), test.field().substring(0, dot))
            .filter(found -> found.kind().isReference())
            .orElseThrow(() -> unknown(test.field()));
    return hop(viewer, source, reference, test, hops);
  }

  private Condition marked(Viewer viewer, Source source, Filter.Test test) {
    var mark =
        marks.stream()
            .filter(known -> known.name().equals(test.field().substring(1)))
            .findFirst()
            .orElseThrow(() -> unknown(test.field()));
    var on = mark.on(viewer.id(), source.type(), source.id());
    return comparison.isWanted(test) ? on : not(on);
  }

  /// A condition on a record that a reference points to, among those that the viewer may see.
  private Condition hop(
      Viewer viewer, Source source, RecordField reference, Filter.Test test, int hops) {
    var target = types.target(reference);
    if (!policy.maySee(viewer, target)) {
      throw unknown(test.field());
    }
    var there = new Source(target, "h" + hops, policy.seen(viewer));
    var rest = test.field().substring(test.field().indexOf('.') + 1);
    var inner =
        compile(viewer, there, new Filter.Test(rest, test.operator(), test.values()), hops + 1)
            .and(policy.rows(viewer, Use.READ, target, there.main()));
    var column = source.compared(reference);
    return reference.kind().isMany()
        ? exists(
            selectOne()
                .from(there.from())
                .where(there.id().eq(any(column.coerce(UUID[].class))))
                .and(inner))
        : column.coerce(there.id()).in(select(there.id()).from(there.from()).where(inner));
  }

  private static Problem unknown(String field) {
    return RecordProblem.INVALID_FILTER.in(List.of(FieldError.of(field, "unknownField")));
  }
}
