import { formatRect } from "../../grid/a1";
import type { Validation } from "../../grid/grid";
import type { Rect } from "../../grid/rect";
import { inFile } from "../formula";
import { type Attributes, element, text } from "../xml";
import type { SheetContext } from "./context";

/** What may be typed, and the messages of cells. Cells of one column that say the same are one entry. */
export function validations({ grid, sheetId }: SheetContext, area: Rect): string {
  const runs: { readonly validation: Validation; readonly key: string; rect: Rect }[] = [];
  for (let column = 0; column < area.columns; column++) {
    for (let row = 0; row < area.rows; row++) {
      const validation = grid.validationAt(sheetId, row, column);
      if (!validation) continue;
      const key = JSON.stringify(validation);
      const last = runs.at(-1);
      if (last?.key === key && last.rect.column === column && last.rect.row + last.rect.rows === row) last.rect = { ...last.rect, rows: last.rect.rows + 1 };
      else runs.push({ validation, key, rect: { row, column, rows: 1, columns: 1 } });
    }
  }
  if (runs.length === 0) return "";
  return element("dataValidations", { count: runs.length }, ...runs.map(({ validation, rect }) => validationXml(validation, rect)));
}

function validationXml({ rule, ignoreBlanks, prompt, errorAlert }: Validation, rect: Rect): string {
  const [kind = "", asked] = Object.entries(rule)[0] ?? [];
  const { formula1, formula2, operator, source, formula, inCellDropDown } = asked as Record<string, unknown>;
  const style = errorAlert.style.toLowerCase();
  const attributes: Attributes = {
    type: TYPES[kind] ?? unknown(kind),
    errorStyle: style === "stop" ? undefined : style,
    operator: kind === "list" || kind === "custom" || operator === undefined || operator === "Between" ? undefined : OPERATORS[String(operator)] ?? unknown(String(operator)),
    allowBlank: ignoreBlanks,
    // the attribute's name says the opposite of what it does
    showDropDown: inCellDropDown === false ? true : undefined,
    showInputMessage: prompt.showPrompt,
    showErrorMessage: errorAlert.showAlert,
    errorTitle: errorAlert.title || undefined,
    error: errorAlert.message || undefined,
    promptTitle: prompt.title || undefined,
    prompt: prompt.message || undefined,
    sqref: formatRect(rect),
  };
  const first = kind === "list" ? listSource(String(source)) : operand(formula1 ?? formula);
  const second = formula2 === undefined || formula2 === "" ? null : operand(formula2);
  return element("dataValidation", attributes, element("formula1", {}, text(first)), ...(second === null ? [] : [element("formula2", {}, text(second))]));
}

const TYPES: Readonly<Record<string, string>> = { list: "list", decimal: "decimal", wholeNumber: "whole", date: "date", textLength: "textLength", custom: "custom" };
const OPERATORS: Readonly<Record<string, string>> = {
  NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual", GreaterThan: "greaterThan", LessThan: "lessThan", GreaterThanOrEqualTo: "greaterThanOrEqual", LessThanOrEqualTo: "lessThanOrEqual",
};

function unknown(what: string): never {
  throw new Error(`a validation of the kind "${what}" is not written into files`);
}

const listSource = (source: string): string => (source.startsWith("=") ? inFile(source) : `"${source.replace(/"/g, '""')}"`);

/** A number, a formula, or a day such as 1977-01-01 as its number. */
function operand(value: unknown): string {
  const words = String(value);
  if (/^\d{4}-\d{2}-\d{2}/.test(words)) return String(Math.round(Date.parse(`${words.slice(0, 10)}T00:00:00Z`) / 86_400_000) + 25_569);
  return inFile(words);
}
