import type { Tell } from ".";
import { type BookParts, areaOf, fits, overlap, textOf } from "./book";
import { formulaFaults } from "./formulas";
import type { Package } from "./package";
import { isName, isTrue, unique } from "./workbook";
import { childOf, childrenOf, spelled, within } from "./xml";

/** Part 1, section 18.5: what Excel repairs most often. */
export function tableFaults(_file: Package, book: BookParts, tell: Tell): void {
  const { tables, names } = book;
  unique(tables.map(({ root }) => root.attributes.id ?? ""), (id) => tell(`two tables have the id ${id}`));
  unique([...tables.map(({ name }) => name.toLowerCase()), ...new Set(names.map(({ name }) => name.toLowerCase()))], (name) => tell(`two tables or names are called ${name}`));
  for (const [index, table] of tables.entries()) {
    const { root, name, area, columns, sheet } = table;
    const words = `the table ${name}`;
    const { headerRowCount = "1", totalsRowCount = "0", id = "0" } = root.attributes;
    if (Number(id) < 1) tell(`${words}: id ${id}`);
    if (!isName(name)) tell(`${words}: a name that Excel does not take`);
    if (root.attributes.name !== undefined && root.attributes.name.toLowerCase() !== name.toLowerCase()) tell(`${words}: is called ${root.attributes.name}, too`);
    if (!fits(area) || area.bottom - area.top < Number(headerRowCount) + Number(totalsRowCount)) tell(`${words}: has no row of its own in ${root.attributes.ref ?? ""}`);
    if (area.right - area.left + 1 !== columns.length) tell(`${words}: ${columns.length} columns in ${root.attributes.ref ?? ""}`);
    if (Number(childOf(root, "tableColumns")?.attributes.count ?? columns.length) !== columns.length) tell(`${words}: counts its columns wrongly`);
    unique(columns.map((column) => column.toLowerCase()), (column) => tell(`${words}: two columns are called ${column}`));
    // Excel spells the line breaks of a header, and takes the table for broken where its name holds them plainly
    if (within(root, "tableColumn").some(({ attributes }) => /[\r\n\t]/.test(attributes.name ?? ""))) tell(`${words}: a column's name with a plain line break`);
    const ids = within(root, "tableColumn").map(({ attributes }) => attributes.id ?? "");
    unique(ids, (one) => tell(`${words}: two columns have the id ${one}`));
    if (ids.some((one) => Number(one) < 1)) tell(`${words}: a column has the id 0`);
    for (const other of tables.slice(0, index)) if (other.sheet === sheet && overlap(other.area, area)) tell(`${words} lies over the table ${other.name}`);
    for (const { attributes } of within(sheet.root, "mergeCell")) if (overlap(areaOf(attributes.ref ?? ""), area)) tell(`${words}: merged cells in it`);
    const filter = childOf(root, "autoFilter");
    if (filter) {
      const { top, left, bottom, right } = areaOf(filter.attributes.ref ?? "");
      if (Number(headerRowCount) === 0 || top !== area.top || left !== area.left || right !== area.right || bottom !== area.bottom - Number(totalsRowCount)) tell(`${words}: its filter ${filter.attributes.ref ?? ""} is not its own rows ${root.attributes.ref ?? ""}`);
      for (const one of childrenOf(filter, "filterColumn")) if (Number(one.attributes.colId) >= columns.length) tell(`${words}: a filter of the column ${one.attributes.colId}`);
    }
    if (childOf(root, "tableStyleInfo") && isTrue(root.attributes.totalsRowShown) && totalsRowCount === "0") tell(`${words}: shows a totals row that is not there`);
    if (Number(headerRowCount) === 1) headerFaults(book, table, tell);
    for (const one of [...within(root, "calculatedColumnFormula"), ...within(root, "totalsRowFormula")]) for (const fault of formulaFaults(spelled(one.text), book, "table")) tell(`${words}: ${fault}`);
    for (const { attributes } of [root, ...within(root, "tableColumn")]) for (const key of ["headerRowDxfId", "dataDxfId", "totalsRowDxfId"]) if (Number(attributes[key] ?? 0) > 0 && Number(attributes[key]) >= book.differentials) tell(`${words}: asks for the format ${attributes[key]}`);
  }
}

/** A header cell holds the very name of its column, as a text: not a number, no formula. Excel repairs the table where it does not. */
function headerFaults({ texts }: BookParts, { name, area, columns, sheet }: BookParts["tables"][number], tell: Tell): void {
  const row = within(sheet.root, "row").find(({ attributes }) => Number(attributes.r) === area.top);
  columns.forEach((column, index) => {
    const cell = childrenOf(row, "c").find(({ attributes }) => { const at = areaOf(attributes.r ?? ""); return at.left === area.left + index; });
    const kind = cell?.attributes.t;
    const text = kind === "s" ? texts[Number(childOf(cell, "v")?.text)] : kind === "inlineStr" ? textOf(childOf(cell, "is")!) : null;
    if (text === null || text === undefined || childOf(cell, "f")) tell(`the table ${name}: the header of ${column} is no text`);
    else if (text.replace(/\r\n/g, "\n") !== column.replace(/\r\n/g, "\n")) tell(`the table ${name}: the column ${column} has the header ${text}`);
    if (column === "" || column.length > 255) tell(`the table ${name}: a column's name of ${column.length} characters`);
  });
}
