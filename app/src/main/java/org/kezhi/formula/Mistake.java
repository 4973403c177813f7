package org.kezhi.formula;

/// What can be wrong with a formula; the words are the label `error.<code>`, whose first argument
/// is the position.
enum Mistake {
  NOTHING("formulaNothing"),
  TOO_LONG("formulaTooLong"),
  TOO_DEEP("formulaTooDeep"),
  TOO_COMPLEX("formulaTooComplex"),
  BAD_CHARACTER("formulaBadCharacter"),
  BAD_NUMBER("formulaBadNumber"),
  OPEN_TEXT("formulaOpenText"),
  UNEXPECTED("formulaUnexpected"),
  UNFINISHED("formulaUnfinished"),
  UNKNOWN_FIELD("formulaUnknownField"),
  UNKNOWN_FUNCTION("formulaUnknownFunction"),
  TOO_FAR("formulaTooFar"),
  ARGUMENTS("formulaArguments"),
  NEEDS_NUMBER("formulaNeedsNumber"),
  NEEDS_TEXT("formulaNeedsText"),
  NEEDS_DATE("formulaNeedsDate"),
  NEEDS_YES_NO("formulaNeedsYesNo"),
  NEEDS_SAME_KIND("formulaNeedsSameKind"),
  NOT_A_DATE("formulaNotADate"),
  NOT_A_CHOICE("formulaNotAChoice"),
  SEVERAL_VALUES("formulaSeveralValues"),
  MIXED_MONEY("formulaMixedMoney"),
  CIRCLE("formulaCircle"),
  BROKEN("formulaBroken");

  private final String code;

  Mistake(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  FormulaError at(Token token, Object... more) {
    return new FormulaError(this, token, more);
  }
}
