package org.kezhi.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;

/// Gives the parts of a formula their types and says them in SQL; formulas that it reads become
/// part of it.
final class Compiler {

  private static final int MAX_CHAIN = 20;

  private final ObjectType type;
  private final ObjectTypes types;
  private final FormulaTexts formulas;
  private final List<String> chain = new ArrayList<>();
  private final Map<String, Expression> known = new HashMap<>();
  private final Set<String> inputs = new LinkedHashSet<>();

  Compiler(ObjectType type, ObjectTypes types, FormulaTexts formulas) {
    this.type = type;
    this.types = types;
    this.formulas = formulas;
  }

  Set<String> inputs() {
    return inputs;
  }

  /// @param name the field whose formula it is
  Expression compile(String name, String text) {
    chain.add(name);
    var result = Result.of(compile(Parser.parse(text)));
    chain.removeLast();
    return result;
  }

  private Expression compile(Node node) {
    return switch (node) {
      case Node.Number(var at) -> number(at);
      case Node.Text(var at) -> Expression.text(at);
      case Node.Truth(var at, var value) ->
          Expression.leaf(at, Type.YES_NO, _ -> LogicFunctions.literal(value));
      case Node.Empty(var at) ->
          Expression.leaf(at, Type.EMPTY, _ -> DSL.castNull(SQLDataType.CLOB));
      case Node.Name(var at) -> named(at);
      case Node.Unary(var at, var operand) -> Operators.before(at, compile(operand));
      case Node.Binary(var at, var operator, var left, var right) ->
          Operators.between(at, operator, compile(left), compile(right));
      case Node.Call(var at, var arguments) ->
          Functions.call(new Call(at, arguments.stream().map(this::compile).toList()));
    };
  }

  private static Expression number(Token at) {
    var number = at.text().length() > Numbers.DIGITS ? BigDecimal.ZERO : new BigDecimal(at.text());
    if (at.text().length() > Numbers.DIGITS || number.scale() > Numbers.DECIMALS) {
      throw Mistake.BAD_NUMBER.at(at, Numbers.DIGITS, Numbers.DECIMALS);
    }
    return Expression.leaf(at, Type.NUMBER, _ -> Numbers.literal(number));
  }

  private Expression named(Token at) {
    var name = at.text();
    var formula = formulas.text(type, name);
    var field = type.field(name);
    if (formula.isPresent() || chain.contains(name)) {
      inputs.add(name);
      return inlined(at, formula.orElse(""));
    } else if (field.isPresent()) {
      inputs.add(name);
      return Expression.leaf(at, typeOf(at, "", field.get()), Fields.own(field.get()));
    }
    return beyond(at);
  }

  private Expression inlined(Token at, String text) {
    var name = at.text();
    if (chain.contains(name)) {
      var circle = String.join(" → ", chain.subList(chain.indexOf(name), chain.size()));
      throw Mistake.CIRCLE.at(at, circle + " → " + name);
    } else if (chain.size() > MAX_CHAIN) {
      throw Mistake.TOO_DEEP.at(at, MAX_CHAIN);
    }
    var result = known.get(name);
    if (result == null) {
      try {
        result = compile(name, text);
      } catch (FormulaError e) {
        throw switch (e.mistake()) {
          case CIRCLE, TOO_DEEP, TOO_COMPLEX, BROKEN -> e.movedTo(at);
          default -> Mistake.BROKEN.at(at, name);
        };
      }
      known.put(name, result);
    }
    return Expression.of(at, result.type(), List.of(result), result.sql());
  }

  /// A field of the record that a reference points to.
  private Expression beyond(Token at) {
    var dot = at.text().indexOf('.');
    var reference =
        type.field(at.text().substring(0, Math.max(dot, 0)))
            .orElseThrow(() -> Mistake.UNKNOWN_FIELD.at(at, at.text()));
    var target = target(reference).orElseThrow(() -> Mistake.UNKNOWN_FIELD.at(at, at.text()));
    var name = at.text().substring(dot + 1);
    if (formulas.text(target, name).isPresent() || isSecondHop(target, name)) {
      throw Mistake.TOO_FAR.at(at, at.text());
    }
    var field = target.field(name).orElseThrow(() -> Mistake.UNKNOWN_FIELD.at(at, at.text()));
    if (field.formula() != null) {
      throw Mistake.TOO_FAR.at(at, at.text());
    }
    inputs.add(at.text());
    return Expression.leaf(
        at, typeOf(at, reference.name(), field), Fields.beyond(reference, target, field));
  }

  private boolean isSecondHop(ObjectType target, String name) {
    var dot = name.indexOf('.');
    return dot > 0
        && target.field(name).isEmpty()
        && target.field(name.substring(0, dot)).flatMap(this::target).isPresent();
  }

  private Type typeOf(Token at, String through, RecordField field) {
    if (field.kind().isMany()) {
      throw Mistake.SEVERAL_VALUES.at(at, at.text());
    }
    return switch (Kind.of(field.kind())) {
      case MONEY -> Type.money(Currency.of(through, field.money()));
      case REFERENCE ->
          Type.reference(target(field).orElseThrow(() -> Mistake.UNKNOWN_FIELD.at(at, at.text())));
      case TEXT -> Type.choice(Fields.choices(field));
      case Kind kind -> Type.of(kind);
    };
  }

  private Optional<ObjectType> target(RecordField reference) {
    var table = reference.target();
    return types.all().stream()
        .filter(known -> table != null && known.table().getName().equals(table.getName()))
        .findFirst();
  }
}
