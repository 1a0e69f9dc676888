/** Errors that formulas show in spreadsheets in English, German and Turkish, such as a look-up that found nobody. */
const FORMULA_ERROR =
  /^#(?:N\/[AD]|NV|REF!|BEZUG!|BA[SŞ]V!|NAME\?|AD\?|VALUE!|WERT!|DE[GĞ]ER!|DIV\/0!|SAYI\/0!|NUM!|ZAHL!|SAYI!|NULL!|BO[SŞ]!|YOK|SPILL!|CALC!)$/iu;

/** Whether a cell holds the error of a formula, so that what it should say is lost. */
export function isFormulaError(value: unknown): boolean {
  return typeof value === "string" && FORMULA_ERROR.test(value.trim());
}
