import { palette } from "../../journal/palette";
import { CARD, type CardPlan, LOOK, PLACE, type PagePlan, type SheetPlan, type TablePlan, cardRowOf, chartRowOf, headerRowOf } from "../../journal/schema";
import type { Survey } from "../survey";
import { type ColumnCells, addChart, columnsToCome, roomOf } from "./chart";

/** The cards and charts above the tables of a page. They ask tables of other sheets only, which are there already. */
export function layPage(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: SheetPlan, page: PagePlan, asHere: (formula: string) => string): void {
  page.cards.forEach((cards, line) => {
    CARD_ROWS.forEach((row) => {
      sheet.getRangeByIndexes(cardRowOf(line) + row, 0, 1, 1).format.rowHeight = LOOK.cardHeights[row] ?? 18;
    });
    for (const card of cards) layCard(sheet, cardRowOf(line), card, asHere);
  });
  sheet.getRangeByIndexes(cardRowOf(page.cards.length), 0, 1, 1).format.rowHeight = LOOK.gapHeight;
  for (const { chart, table, columns } of page.charts) {
    const cells = plan.tables.includes(table) ? columnsToCome(sheet, headerRowOf(plan, table), table) : columnsThere(context, table, asHere);
    addChart(sheet, chart, cells, roomOf(sheet, chartRowOf(page), columns, page.chartHeight));
  }
}

/** Cards that have lost a table which they ask get their formulas again, when that is back. */
export async function mendCards(context: Excel.RequestContext, { found }: Survey, asHere: (formula: string) => string): Promise<void> {
  const there = found.find(({ sheet, table }) => sheet.page && table);
  if (!there?.table || !there.sheet.page) return;
  const sheet = context.workbook.worksheets.getItem(there.table.sheet);
  const cards = there.sheet.page.cards.flatMap((line, index) => line.map((card) => ({ card, cells: sheet.getRangeByIndexes(cardRowOf(index) + CARD.label, PLACE.column + card.columns[0], 3, 1).load("formulas") })));
  await context.sync();
  for (const { card: { label, formula, note }, cells } of cards) {
    const [[words], ...asked] = cells.formulas as [unknown[], ...unknown[][]];
    if (words === label && asked.some(([text]) => String(text).includes("#REF!"))) cells.formulas = [[label], [asHere(formula)], [asHere(note)]];
  }
}

const CARD_ROWS = [CARD.gap, CARD.label, CARD.figure, CARD.note] as const;

function layCard(sheet: Excel.Worksheet, top: number, { columns: [from, to], label, formula, numberFormat, note }: CardPlan, asHere: (formula: string) => string): void {
  const cell = (row: number): Excel.Range => sheet.getRangeByIndexes(top + row, PLACE.column + from, 1, 1);
  const ground = sheet.getRangeByIndexes(top + CARD.label, PLACE.column + from, 3, to - from + 1);
  ground.format.fill.color = palette.tint;
  ground.format.verticalAlignment = "Center";
  ground.format.horizontalAlignment = "Left";
  ground.format.indentLevel = 1;
  // a stroke of the brand at its left; the one at its right, in the ground's white, keeps it off its neighbour
  edge(sheet.getRangeByIndexes(top + CARD.label, PLACE.column + from, 3, 1), "EdgeLeft", palette.moss);
  edge(sheet.getRangeByIndexes(top + CARD.label, PLACE.column + to, 3, 1), "EdgeRight", palette.paper);
  cell(CARD.label).values = [[label]];
  cell(CARD.figure).formulas = [[asHere(formula)]];
  cell(CARD.note).formulas = [[asHere(note)]];
  for (const row of [CARD.label, CARD.note]) {
    cell(row).format.font.size = LOOK.noteSize;
    cell(row).format.font.color = palette.slate;
  }
  const figure = cell(CARD.figure);
  figure.numberFormat = [[numberFormat]];
  figure.format.font.size = LOOK.figureSize;
  figure.format.font.bold = true;
  figure.format.font.color = palette.ink;
}

function edge(cells: Excel.Range, side: "EdgeLeft" | "EdgeRight", color: string): void {
  const border = cells.format.borders.getItem(side);
  border.style = "Continuous";
  border.weight = "Thick";
  border.color = color;
}

/** The columns of a table that is there, by their headers as they are spelt in this workbook. */
function columnsThere(context: Excel.RequestContext, { name }: TablePlan, asHere: (formula: string) => string): ColumnCells {
  const table = context.workbook.tables.getItem(name);
  return (header, withHeader) => {
    const column = table.columns.getItem(spelt(asHere(`${name}[${header}]`)));
    return withHeader ? column.getRange() : column.getDataBodyRange();
  };
}

/** "Income[Net]" → "Net", "Income[[ net ]]" → " net " */
const spelt = (reference: string): string => reference.replace(/^[^[]*\[+|\]+$/g, "").replace(/'(['[\]#@])/g, "$1");
