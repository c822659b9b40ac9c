import { parseRect } from "../../workbench/grid/a1";
import { anchorOver } from "../../workbench/grid/chartPlace";
import type { CellInput, Grid, GridEvents } from "../../workbench/grid/grid";
import type { Rect } from "../../workbench/grid/rect";

export interface ContractOptions {
  /** Does the grid calculate? Without an engine formulas have the value "". */
  readonly calculates: boolean;
}

/** What the suite needs of whatever runs it: jest itself, or a page that runs it where jest is not. */
export interface Runner {
  describe(name: string, body: () => void): void;
  test(name: string, body: jest.ProvidesCallback): void;
  beforeEach(hook: () => Promise<void> | void): void;
  afterEach(hook: () => Promise<void> | void): void;
  readonly expect: jest.Expect;
}

/** What every grid must do: the model and the table layer build on these sentences, and an engine's next version is tried against them. */
export function gridContract(name: string, make: () => Promise<Grid> | Grid, { calculates }: ContractOptions = { calculates: true }, runner: Runner = ofJest()): void {
  const { describe, test, beforeEach, afterEach, expect } = runner;
  describe(`the grid contract, ${name}`, () => {
    let grid: Grid;
    let sheet: string;
    beforeEach(async () => {
      grid = await make();
      sheet = grid.activeSheet();
    });
    afterEach(() => grid.dispose());

    const at = (address: string): Rect => {
      const rect = parseRect(address);
      if (!rect) throw new Error(address);
      return rect;
    };
    const write = (address: string, rows: (string | number | boolean | undefined)[][], on = sheet) =>
      grid.write(on, at(address), rows.map((row) => row.map((x): CellInput => (x === undefined ? undefined : typeof x === "string" && x.startsWith("=") ? { formula: x } : { value: x }))));
    const values = (address: string, on = sheet) => grid.read(on, at(address)).map((row) => row.map((cell) => cell.value));
    const formulas = (address: string, on = sheet) => grid.read(on, at(address)).map((row) => row.map((cell) => cell.formula));
    const heard = <K extends keyof GridEvents>(event: K): GridEvents[K][] => {
      const list: GridEvents[K][] = [];
      grid.on(event, (e) => void list.push(e));
      return list;
    };

    describe("cells", () => {
      test("keep numbers, texts, truth values and blanks apart", () => {
        write("A1:E1", [[1.5, "text", true, "", "12"]]);
        expect(values("A1:E1")).toEqual([[1.5, "text", true, "", "12"]]);
      });
      test("a text that looks like a number, a day or a formula's beginning stays a text", () => {
        grid.write(sheet, at("A1:D1"), [[{ value: "007" }, { value: "1/17/2025" }, { value: "=not a formula" }, { value: "TRUE" }]]);
        expect(values("A1:D1")).toEqual([["007", "1/17/2025", "=not a formula", "TRUE"]]);
        expect(formulas("A1:D1")).toEqual([[undefined, undefined, undefined, undefined]]);
      });
      test("that are not written stay as they are", () => {
        write("A1:C1", [[1, 2, 3]]);
        write("A1:C1", [[undefined, 20, undefined]]);
        expect(values("A1:C1")).toEqual([[1, 20, 3]]);
      });
      test("far down on a sheet can be written and read", () => {
        write("AB3000", [[9]]);
        expect(values("AB3000")).toEqual([[9]]);
        expect(grid.usedRect(sheet)).toEqual(at("AB3000"));
      });
      test("the used rectangle is around contents, and null on an empty sheet", () => {
        expect(grid.usedRect(sheet)).toBeNull();
        write("C3", [[1]]);
        write("B5", [["x"]]);
        expect(grid.usedRect(sheet)).toEqual(at("B3:C5"));
        write("B5", [[""]]);
        expect(grid.usedRect(sheet)).toEqual(at("C3"));
      });
      test("a formula is kept as text, and a value in its place takes it away", async () => {
        write("A1:B1", [[2, "=A1*2"]]);
        await grid.settled();
        expect(formulas("B1")).toEqual([["=A1*2"]]);
        expect(values("B1")).toEqual([[calculates ? 4 : ""]]);
        write("B1", [[5]]);
        await grid.settled();
        expect(grid.read(sheet, at("B1"))[0]?.[0]).toMatchObject({ value: 5 });
        expect(formulas("B1")).toEqual([[undefined]]);
      });
      test("a number format comes along with a value, and text is as shown", () => {
        grid.write(sheet, at("A1:B1"), [[{ value: 0.125, numberFormat: "0.00%" }, { value: 46027, numberFormat: "yyyy-mm-dd" }]]);
        expect(grid.read(sheet, at("A1:B1"))[0]?.map((c) => c.numberFormat)).toEqual(["0.00%", "yyyy-mm-dd"]);
        expect(grid.text(sheet, at("A1:B1"))).toEqual([["12.50%", "2026-01-05"]]);
      });
      test("edits are told with their rectangle and as the API's", () => {
        const edits = heard("edited");
        write("B2:C3", [[1, 2], [3, 4]]);
        expect(edits).toEqual([{ sheetId: sheet, rect: at("B2:C3"), source: "api" }]);
      });
      test("a handler that was taken off hears nothing", () => {
        let count = 0;
        const off = grid.on("edited", () => count++);
        off();
        write("A1", [[1]]);
        expect(count).toBe(0);
      });
    });

    describe("looks", () => {
      test("each property is set, left alone and taken away on its own", () => {
        grid.style(sheet, at("A1:B1"), { fill: "#DDEEFF", bold: true, horizontal: "right", indent: 1 });
        grid.style(sheet, at("A1"), { fill: null, italic: true });
        expect(grid.styleOf(sheet, 0, 0)).toMatchObject({ bold: true, italic: true, horizontal: "right", indent: 1 });
        expect(grid.styleOf(sheet, 0, 0).fill ?? null).toBeNull();
        expect(grid.styleOf(sheet, 0, 1)).toMatchObject({ fill: "#DDEEFF", bold: true });
      });
      test("every property comes back as it was set", () => {
        const style = { numberFormat: "#,##0.00", fill: "#112233", fontColor: "#AABBCC", fontName: "Arial", fontSize: 14, bold: true, italic: true, underline: true, strikethrough: true, horizontal: "center", vertical: "top", wrap: true } as const;
        grid.style(sheet, at("B2"), style);
        expect(grid.styleOf(sheet, 1, 1)).toMatchObject(style);
      });
      test("borders are set edge by edge", () => {
        grid.style(sheet, at("A1"), { borders: { bottom: { style: "medium", color: "#107C41" }, top: { style: "thin", color: "#000000" } } });
        grid.style(sheet, at("A1"), { borders: { top: null } });
        expect(grid.styleOf(sheet, 0, 0).borders?.bottom).toEqual({ style: "medium", color: "#107C41" });
        expect(grid.styleOf(sheet, 0, 0).borders?.top ?? null).toBeNull();
      });
      test("a matrix of styles leaves the cells alone for which it has none", () => {
        grid.style(sheet, at("A1:B1"), [[{ numberFormat: "0.00" }, undefined]]);
        expect(grid.read(sheet, at("A1:B1"))[0]?.map((c) => c.numberFormat)).toEqual(["0.00", "General"]);
      });
      test("a style does not take away a formula or a value, and tells of no edit", async () => {
        write("A1:B1", [[3, "=A1+1"]]);
        await grid.settled();
        const edits = heard("edited");
        grid.style(sheet, at("A1:B1"), { fill: "#FFEE00" });
        await grid.settled();
        expect(values("A1")).toEqual([[3]]);
        expect(formulas("B1")).toEqual([["=A1+1"]]);
        expect(edits).toEqual([]);
      });
      test("nor does one that is set, or taken away, by who hears of the writing", () => {
        const off = grid.on("edited", ({ sheetId, rect }) => {
          grid.style(sheetId, rect, { bold: true });
          grid.clearStyle(sheetId, rect);
        });
        write("A1:B1", [["=1+1", "x"]]);
        off();
        expect(formulas("A1:B1")).toEqual([["=1+1", undefined]]);
      });
      test("clearing the style leaves the contents", () => {
        write("A1", [[3]]);
        grid.style(sheet, at("A1"), { bold: true, numberFormat: "0.00" });
        grid.clearStyle(sheet, at("A1"));
        expect(grid.styleOf(sheet, 0, 0).bold ?? false).toBe(false);
        expect(grid.read(sheet, at("A1"))).toEqual([[{ value: 3, numberFormat: "General" }]]);
      });
      test("widths and heights are in pixels, hidden columns come back", () => {
        grid.setColumnWidth(sheet, 1, 2, 150);
        grid.setRowHeight(sheet, 3, 1, 40);
        expect([grid.columnWidth(sheet, 1), grid.columnWidth(sheet, 2), grid.rowHeight(sheet, 3)]).toEqual([150, 150, 40]);
        grid.hideColumns(sheet, 1, 1, true);
        expect(grid.columnWidth(sheet, 1)).toBe(0);
        grid.hideColumns(sheet, 1, 1, false);
        expect(grid.columnWidth(sheet, 1)).toBe(150);
      });
    });

    describe("sheets", () => {
      test("are added at the end without becoming active, and told of", () => {
        const added = heard("sheetAdded");
        const id = grid.addSheet("Journal");
        expect(grid.sheets().map((s) => s.name).at(-1)).toBe("Journal");
        expect(grid.activeSheet()).toBe(sheet);
        expect(added).toEqual([{ sheetId: id }]);
      });
      test("are renamed, moved, hidden and deleted", () => {
        const [a, b] = [grid.addSheet("A"), grid.addSheet("B")];
        grid.moveSheet(b, 0);
        grid.renameSheet(a, "Log");
        grid.hideSheet(a, true);
        expect(grid.sheets()).toEqual([{ id: b, name: "B", hidden: false }, { id: sheet, name: expect.any(String) as string, hidden: false }, { id: a, name: "Log", hidden: true }]);
        const deleted = heard("sheetDeleted");
        grid.deleteSheet(b);
        expect(grid.sheets().map((s) => s.id)).toEqual([sheet, a]);
        expect(deleted).toEqual([{ sheetId: b }]);
      });
      test("deleting the active sheet makes another one active", () => {
        const other = grid.addSheet("Other");
        grid.activate(other);
        grid.deleteSheet(other);
        expect(grid.activeSheet()).toBe(sheet);
      });
      test("activating is told of once, selecting as well", () => {
        const other = grid.addSheet("Other");
        const activated = heard("activated");
        const selected = heard("selected");
        grid.activate(other);
        grid.select(other, at("B2:C4"));
        expect(activated.filter((e) => e.sheetId === other)).toHaveLength(1);
        expect(selected.at(-1)).toEqual({ sheetId: other, rect: at("B2:C4") });
        expect(grid.selection()).toEqual({ sheetId: other, rect: at("B2:C4") });
      });
      test("keep tab colour, gridlines and frozen panes", () => {
        grid.setTabColor(sheet, "#107C41");
        grid.setGridlines(sheet, false);
        grid.freeze(sheet, 3, 1);
        expect([grid.tabColor(sheet), grid.gridlines(sheet), grid.frozen(sheet)]).toEqual(["#107C41", false, { rows: 3, columns: 1 }]);
        grid.freeze(sheet, 0, 0);
        expect(grid.frozen(sheet)).toEqual({ rows: 0, columns: 0 });
      });
      test("formulas follow a sheet's new name", async () => {
        const other = grid.addSheet("Data");
        write("A1", [["=Data!B2+1"]]);
        await grid.settled();
        grid.renameSheet(other, "Old data");
        await grid.settled();
        expect(formulas("A1")).toEqual([["='Old data'!B2+1"]]);
      });
    });

    describe("rows and columns", () => {
      test("inserted rows push cells down, and formulas, tables and validations with them", async () => {
        write("A1:B3", [["Strike", "Price"], [60, 1], [50, 2]]);
        write("D1", [["=A3+1"]]);
        const table = grid.addTable(sheet, at("A1:B3"));
        grid.setValidation(sheet, at("B2:B3"), listOf("1,2"));
        const told = heard("rowsInserted");
        grid.insertRows(sheet, 2, 2);
        await grid.settled();
        expect(values("A1:A5")).toEqual([["Strike"], [60], [""], [""], [50]]);
        expect(formulas("D1")).toEqual([["=A5+1"]]);
        expect(grid.tables().find((t) => t.id === table)?.rect).toEqual(at("A1:B5"));
        expect(grid.validationAt(sheet, 4, 1)?.rule).toEqual({ list: { inCellDropDown: true, source: "1,2" } });
        expect(told).toEqual([{ sheetId: sheet, row: 2, rows: 2, source: "api" }]);
      });
      test("deleted rows pull them up", async () => {
        write("A1:A4", [[1], [2], [3], [4]]);
        write("C1", [["=A4"]]);
        const told = heard("rowsDeleted");
        grid.deleteRows(sheet, 1, 2);
        await grid.settled();
        expect(values("A1:A3")).toEqual([[1], [4], [""]]);
        expect(formulas("C1")).toEqual([["=A2"]]);
        expect(told).toEqual([{ sheetId: sheet, row: 1, rows: 2, source: "api" }]);
      });
      test("that come and go leave the sheet in front there, and what is selected selected", async () => {
        const back = grid.addSheet("Back");
        write("A1:A4", [[1], [2], [3], [4]], back);
        grid.select(sheet, at("B5:C6"));
        const activated = heard("activated");
        grid.insertRows(back, 1, 3);
        grid.deleteRows(back, 2, 1);
        grid.insertColumns(back, 0, 1);
        grid.deleteColumns(back, 0, 1);
        expect(grid.selection()).toEqual({ sheetId: sheet, rect: at("B5:C6") });
        grid.insertRows(sheet, 1, 3);
        grid.insertColumns(sheet, 0, 1);
        expect(grid.selection()).toEqual({ sheetId: sheet, rect: at("C8:D9") });
        grid.deleteRows(sheet, 0, 8);
        expect(grid.selection()).toEqual({ sheetId: sheet, rect: at("C1:D1") });
        grid.deleteRows(sheet, 0, 1);
        expect(grid.selection().rect).toEqual(at("C1:D1"));
        await new Promise((resolve) => setTimeout(resolve, 350)); // an engine may select late
        expect(grid.selection()).toEqual({ sheetId: sheet, rect: at("C1:D1") });
        expect(activated).toEqual([]);
      });
      test("columns alike", async () => {
        write("A1:C1", [[1, 2, 3]]);
        grid.insertColumns(sheet, 1, 1);
        expect(values("A1:D1")).toEqual([[1, "", 2, 3]]);
        grid.deleteColumns(sheet, 1, 2);
        expect(values("A1:C1")).toEqual([[1, 3, ""]]);
      });
    });

    describe("tables", () => {
      const make2 = () => {
        write("B2:C4", [["Ticker", "Strike"], ["KO", 60], ["F", 12]]);
        return grid.addTable(sheet, at("B2:C4"));
      };
      const info = (id: string) => grid.tables().find((t) => t.id === id);

      test("know name, rectangle, headers and looks", () => {
        const added = heard("tableAdded");
        const id = make2();
        grid.renameTable(id, "Trades");
        grid.setTableLook(id, { style: "TableStyleLight9", banded: false, filterButtons: false });
        expect(info(id)).toEqual({ id, name: "Trades", sheetId: sheet, rect: at("B2:C4"), columns: ["Ticker", "Strike"], totals: false, style: "TableStyleLight9", banded: false, filterButtons: false });
        expect(added).toEqual([{ tableId: id, sheetId: sheet }]);
      });
      test("get names of their own", () => {
        make2();
        write("F2:F3", [["Other"], [1]]);
        grid.addTable(sheet, at("F2:F3"));
        expect(new Set(grid.tables().map((t) => t.name.toLowerCase())).size).toBe(2);
      });
      test("may have their sheet's name", () => {
        grid.renameSheet(sheet, "Trades");
        const id = make2();
        grid.renameTable(id, "Trades");
        expect(info(id)?.name).toBe("Trades");
      });
      test("grow and shrink", async () => {
        const id = make2();
        write("B5:D5", [["AMD", 150, 1]]);
        write("D2", [["Price"]]);
        grid.setTableRect(id, at("B2:D5"));
        expect(info(id)).toMatchObject({ rect: at("B2:D5"), columns: ["Ticker", "Strike", "Price"] });
        grid.setTableRect(id, at("B2:C3"));
        await grid.settled();
        expect(info(id)).toMatchObject({ rect: at("B2:C3"), columns: ["Ticker", "Strike"] });
      });
      test("take new headers when told to", () => {
        const id = make2();
        write("C2", [["Price"]]);
        grid.refreshTableHeaders(id);
        expect(info(id)?.columns).toEqual(["Ticker", "Price"]);
      });
      test("go, and their cells stay; a deleted sheet takes its tables along", () => {
        const id = make2();
        const deleted = heard("tableDeleted");
        grid.removeTable(id);
        expect(grid.tables()).toEqual([]);
        expect(values("B2")).toEqual([["Ticker"]]);
        expect(deleted).toEqual([{ tableId: id, sheetId: sheet, name: expect.any(String) as string }]);
        const other = grid.addSheet("Other");
        write("A1:A2", [["Header"], [1]], other);
        grid.addTable(other, at("A1:A2"));
        grid.deleteSheet(other);
        expect(grid.tables()).toEqual([]);
        expect(deleted).toHaveLength(2);
      });
    });

    describe("validations and conditional formats", () => {
      test("a validation is kept whole, part of it can be taken away", () => {
        const rule = { rule: { decimal: { formula1: 0, operator: "GreaterThan" } }, ignoreBlanks: false, prompt: { showPrompt: true, title: "Strike", message: "above zero" }, errorAlert: { showAlert: true, style: "Warning", title: "Odd", message: "really?" } } as const;
        grid.setValidation(sheet, at("A1:A5"), rule);
        grid.setValidation(sheet, at("A3"), null);
        expect(grid.validationAt(sheet, 0, 0)).toEqual(rule);
        expect(grid.validationAt(sheet, 4, 0)).toEqual(rule);
        expect(grid.validationAt(sheet, 2, 0)).toBeNull();
        expect(grid.validationAt(sheet, 0, 1)).toBeNull();
      });
      test("every kind of rule comes back", () => {
        const rules: Record<string, unknown>[] = [
          { list: { inCellDropDown: true, source: "Put,Call" } },
          { list: { inCellDropDown: true, source: "=$F$1:$F$3" } },
          { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } },
          { date: { formula1: "=TODAY()", operator: "LessThan" } },
          { textLength: { formula1: 5, operator: "LessThanOrEqualTo" } },
          { custom: { formula: "=A7>0" } },
        ];
        rules.forEach((rule, i) => grid.setValidation(sheet, { row: i, column: 0, rows: 1, columns: 1 }, { ...listOf(""), rule }));
        expect(rules.map((_, i) => grid.validationAt(sheet, i, 0)?.rule)).toEqual(rules);
      });
      test("prompts alone, without a rule, are kept", () => {
        const prompt = { ...listOf(""), rule: {}, prompt: { showPrompt: true, title: "Fees", message: "dollars for the whole row" } };
        grid.setValidation(sheet, at("A1"), prompt);
        expect(grid.validationAt(sheet, 0, 0)?.prompt).toEqual(prompt.prompt);
      });
      test("the newest conditional format comes first; they can be moved, changed and removed", () => {
        const one = { sheetId: sheet, rect: at("A2:C9"), formula: "=$A2=1", style: { fill: "#FFCCCC" }, stopIfTrue: false };
        const first = grid.addConditionalFormat(one);
        const second = grid.addConditionalFormat({ ...one, formula: "=$A2=2", style: { fontColor: "#C00000", bold: true }, stopIfTrue: true });
        expect(grid.conditionalFormats(sheet).map((f) => f.id)).toEqual([second, first]);
        grid.moveConditionalFormat(first, 0);
        expect(grid.conditionalFormats(sheet).map((f) => f.id)).toEqual([first, second]);
        grid.setConditionalFormat({ ...one, id: first, rect: at("A2:C20") });
        expect(grid.conditionalFormats(sheet)[0]).toEqual({ ...one, id: first, rect: at("A2:C20") });
        expect(grid.conditionalFormats(sheet)[1]).toMatchObject({ formula: "=$A2=2", style: { fontColor: "#C00000", bold: true }, stopIfTrue: true });
        grid.removeConditionalFormat(first);
        expect(grid.conditionalFormats(sheet).map((f) => f.id)).toEqual([second]);
      });
    });

    describe("charts", () => {
      const add = (source: string, place = "E2:H9") => {
        const { rect } = { rect: at(source) };
        const series = [{ name: { sheetId: sheet, rect: { ...rect, rows: 1 } }, values: { sheetId: sheet, rect: { ...rect, row: rect.row + 1, rows: rect.rows - 1 } } }];
        return grid.addChart({ sheetId: sheet, name: "Income", type: "Line", anchor: anchorOver(at(place)), series, title: { text: "Income" }, legend: {}, axes: { category: {}, value: { minimum: 0 }, secondaryCategory: {}, secondaryValue: {} } });
      };
      const chart = (id: string) => grid.charts().find((c) => c.id === id);
      const source = (id: string) => chart(id)?.series[0]?.values?.rect;

      test("are kept whole, changed, told of and removed", () => {
        const changed = heard("chartsChanged");
        const [first, second] = [add("A1:A4"), add("B1:B4")];
        const before = chart(first)!;
        expect(before).toMatchObject({ id: first, name: "Income", type: "Line", title: { text: "Income" }, axes: { value: { minimum: 0 } } });
        grid.setChart({ ...before, name: "Other", type: "Area" });
        expect(grid.charts()).toEqual([{ ...before, name: "Other", type: "Area" }, chart(second)]);
        grid.removeChart(first);
        expect(grid.charts().map(({ id }) => id)).toEqual([second]);
        expect(changed).toEqual([sheet, sheet, sheet, sheet].map((sheetId) => ({ sheetId })));
        expect(() => grid.removeChart(first)).toThrow();
      });
      test("and what they read go along with rows and columns", () => {
        const id = add("A2:A6");
        grid.insertRows(sheet, 0, 2);
        grid.insertColumns(sheet, 0, 1);
        expect(source(id)).toEqual(at("B5:B8"));
        expect(chart(id)?.anchor).toEqual(anchorOver(at("F4:I11")));
        grid.insertRows(sheet, 5, 3);
        grid.deleteRows(sheet, 0, 1);
        expect(source(id)).toEqual(at("B4:B10"));
        expect(chart(id)?.anchor).toEqual(anchorOver(at("F3:I13")));
        grid.deleteRows(sheet, 0, 20);
        expect(source(id)).toBeUndefined();
      });
      test("grow and shrink with a table whose column they read, also at its first row, and keep the row that it keeps", () => {
        write("A1:B4", [["Month", "Income"], [1, 10], [2, 20], [3, 30]]);
        const table = grid.addTable(sheet, at("A1:B4"));
        const [whole, part] = [add("B1:B4"), add("B1:B3")];
        grid.setTableRect(table, at("A1:B8"));
        expect([source(whole), source(part)]).toEqual([at("B2:B8"), at("B2:B3")]);
        grid.insertRows(sheet, 1, 2);
        expect([source(whole), source(part)]).toEqual([at("B2:B10"), at("B4:B5")]);
        grid.setTableRect(table, at("A1:B3"));
        expect(source(whole)).toEqual(at("B2:B3"));
        grid.deleteRows(sheet, 1, 2);
        expect(source(whole)).toEqual(at("B2"));
      });
      test("go with their sheet; what read another sheet that goes reads nothing", () => {
        const other = grid.addSheet("Other");
        const id = add("A1:A4");
        grid.setChart({ ...chart(id)!, sheetId: other });
        add("A1:A4");
        grid.activate(other);
        grid.deleteSheet(sheet);
        expect(grid.charts().map((c) => [c.id, c.series[0]?.values])).toEqual([[id, null]]);
      });
    });

    describe("names", () => {
      test("are added and removed, also those that look like functions", () => {
        grid.addName("Rate", "=0.05");
        grid.addName("Cash", `='${grid.sheets()[0]?.name ?? ""}'!$B$1`);
        expect(grid.names().map((n) => n.name).sort()).toEqual(["Cash", "Rate"]);
        expect(grid.names().find((n) => n.name === "Rate")?.formula).toBe("=0.05");
        grid.removeName("Rate");
        expect(grid.names().map((n) => n.name)).toEqual(["Cash"]);
      });
    });

    if (!calculates) return;

    describe("calculation", () => {
      test("what was written is calculated when the grid has settled", async () => {
        write("A1:A3", [[1], [2], ["=SUM(A1:A2)"]]);
        await grid.settled();
        write("A1", [[10]]);
        await grid.settled();
        expect(values("A3")).toEqual([[12]]);
      });
      test("structured references follow the table as it grows", async () => {
        write("A1:B3", [["Strike", "Price"], [60, 1], [50, 2]]);
        const id = grid.addTable(sheet, at("A1:B3"));
        grid.renameTable(id, "Trades");
        await grid.settled();
        write("C2", [["=Trades[[#This Row],[Strike]]-Trades[[#This Row],[Price]]"]]);
        write("E1", [["=SUM(Trades[Strike])"]]);
        await grid.settled();
        expect(values("E1")).toEqual([[110]]);
        write("A4:B4", [[40, 3]]);
        grid.setTableRect(id, at("A1:B4"));
        await grid.settled();
        expect(values("E1")).toEqual([[150]]);
      });
      test("arrays spill, and are part of what is used", async () => {
        write("A1:A3", [["=SEQUENCE(3)"], [undefined], [undefined]]);
        await grid.settled();
        expect(values("A1:A3")).toEqual([[1], [2], [3]]);
        expect(formulas("A2")).toEqual([[undefined]]);
        expect(grid.usedRect(sheet)).toEqual(at("A1:A3"));
        expect([grid.spill(sheet, 0, 0), grid.spill(sheet, 1, 0)]).toEqual([at("A1:A3"), null]);
        write("A1", [["=1+1"]]);
        await grid.settled();
        expect([values("A1:A3"), grid.spill(sheet, 0, 0)]).toEqual([[[2], [""], [""]], null]);
      });
      test("errors are their text", async () => {
        write("A1:B1", [["=1/0", "=NA()"]]);
        await grid.settled();
        expect(values("A1:B1")).toEqual([["#DIV/0!", "#N/A"]]);
      });
      test("names are known in formulas", async () => {
        grid.addName("Rate", "=0.05");
        write("A1", [["=100*Rate"]]);
        await grid.settled();
        expect(values("A1")).toEqual([[5]]);
      });
      test("calculating is not an edit", async () => {
        write("A1:B1", [[1, "=A1"]]);
        await grid.settled();
        const edits = heard("edited");
        write("A1", [[2]]);
        await grid.settled();
        expect(edits).toEqual([{ sheetId: sheet, rect: at("A1"), source: "api" }]);
      });
    });
  });
}

function ofJest(): Runner {
  return { describe, test, beforeEach, afterEach, expect };
}

function listOf(source: string) {
  return { rule: { list: { inCellDropDown: true, source } } as Record<string, unknown>, ignoreBlanks: true, prompt: { showPrompt: true, title: "", message: "" }, errorAlert: { showAlert: true, style: "Stop", title: "", message: "" } } as const;
}
