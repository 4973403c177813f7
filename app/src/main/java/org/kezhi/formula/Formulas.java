package org.kezhi.formula;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kezhi.platform.Settings;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Understands formulas, or says what is wrong with them.
@Component
public class Formulas {

  /// Asked for late, so that kinds of record can be made of formulas.
  private final ObjectProvider<ObjectTypes> types;

  private final Settings settings;
  private final Clock clock;

  Formulas(ObjectProvider<ObjectTypes> types, Settings settings, Clock clock) {
    this.types = types;
    this.settings = settings;
    this.clock = clock;
  }

  /// Compiles the formula of a field.
  ///
  /// @param type whose records it speaks of
  /// @param field the name of the field, which a formula must not lead back to
  /// @param text the formula as somebody wrote it
  /// @param others the formulas of other fields, of any kind of record
  /// @throws FormulaError if there is something wrong with it
  public CompiledFormula compile(ObjectType type, String field, String text, FormulaTexts others) {
    var compiler = new Compiler(type, types.getObject(), others);
    var result = compiler.compile(field, text);
    return new CompiledFormula(result, compiler.inputs(), this::row);
  }

  /// The fields of a circle in the order in which they lead to each other, the first of them at the
  /// end again.
  ///
  /// @param texts all formulas of a kind of record by their fields
  public Optional<List<String>> circle(Map<String, String> texts) {
    return Circles.find(texts);
  }

  private Row row(CompiledFormula.RowFrame frame) {
    var zone = settings.zone();
    return new Row(frame.alias(), LocalDate.now(clock.withZone(zone)), zone, frame.seen());
  }
}
