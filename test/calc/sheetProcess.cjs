// The spreadsheet behind sheet.ts: { columns, rows, formulas, names } in, calculated cells out.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { createHeadless } = require(path.resolve(__dirname, "../../.cache/workbench/univer-headless.cjs"));

const [TEXT, NUMBER, BOOLEAN] = [1, 2, 3];

async function main() {
  const { columns, rows, formulas, names = [] } = JSON.parse(readFileSync(0, "utf8"));
  const width = columns.length + formulas.length;
  const headers = [...columns, ...formulas.map((_, index) => `Calculated ${index}`)];
  const cellData = Object.fromEntries([headers, ...rows].map((row, index) => [index, cellsOf(row)]));
  const sheets = { rows: { id: "rows", name: "Sheet1", rowCount: rows.length + 2, columnCount: width + 1, cellData } };
  const engine = createHeadless({ book: { id: "book", name: "Book1", sheets, sheetOrder: ["rows"] } });
  const sheet = engine.api.getActiveWorkbook().getActiveSheet();
  await sheet.addTable("Rows", sheet.getRange(0, 0, rows.length + 1, width).getRange(), "rowsTable", {});
  for (const { name, formula } of names) engine.injector.get(engine.lib.ICommandService).syncExecuteCommand("formula.mutation.set-defined-name", { unitId: "book", id: name, name, formulaOrRefString: formula, comment: "" });
  const body = sheet.getRange(1, columns.length, rows.length, formulas.length);
  const calculated = engine.calculated();
  body.setValues(rows.map(() => formulas.map((formula) => ({ f: formula }))));
  await calculated;
  const answer = body.getCellDataGrid().map((cells) => cells.map(valueOf));
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}

function cellsOf(row) {
  return Object.fromEntries(row.map((value, column) => [column, typed(value)]).filter(([, cell]) => cell !== null));
}

function typed(value) {
  if (value === "") return null;
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return value.startsWith("=") ? { f: value } : { v: value, t: TEXT };
}

function valueOf(cell) {
  if (cell?.v === undefined || cell.v === null) return "";
  return cell.t === BOOLEAN ? cell.v === 1 : cell.v;
}

main();
