import { ExcelRefused } from "../../workbook/excelRefused";
import { refuseInNewer } from "../../workbook/refuseInNewer";
import { keep, readKept } from "../../workbook/share/kept";
import { type CellValue, type Replaced, readShown, writeBack, writeReplaced } from "../../workbook/share/replaceCells";
import { addressOfCell, findFormulas } from "../../workbook/share/wheelCells";
import { type Done, count, listed } from "../done";
import { convert } from "./formula/convert";
import { callsWheel } from "./formula/wheelCalls";

/** Hears how far a long piece of work has come, from 0 to 1; false ends it. */
export type OnPart = (done: number) => boolean;

/** Turns the add-in's functions in the open workbook into native formulas and values, in cells only; with Undo. docs/spec/sharing.md §5. */
export async function convertInPlace(onPart: OnPart): Promise<Done> {
  const { cells, locked } = await findFormulas(callsWheel, onPart);
  if (cells.length === 0) return { words: "No cell uses a function of the add-in: there was nothing to turn." };
  await refuseInNewer();
  if (locked.length > 0) throw new ExcelRefused("AccessDenied", `${locked.length === 1 ? "The sheet" : "The sheets"} ${listed(locked)} ${locked.length === 1 ? "is" : "are"} protected. Unprotect ${locked.length === 1 ? "it" : "them"} (Review, Unprotect Sheet) and try again. Nothing was changed.`);
  const before = await readShown(cells);
  const wished = cells.map((cell, index): Replaced => {
    const becomes = convert(cell.formula);
    return { ...cell, native: becomes.kind === "native" ? becomes.formula : null, values: before[index] ?? [[""]] };
  });
  // kept before anything is written: if Excel fails half-way, "Turn the functions back" is there
  const earlier = await readKept();
  const kept = (now: readonly Replaced[]): readonly Replaced[] => [...earlier.filter((one) => !now.some((other) => addressOfCell(other) === addressOfCell(one))), ...now];
  await keep(kept(wished));
  await writeReplaced(wished);
  const after = await readShown(wished).catch((error: unknown) => {
    throw halfSaid(error, "The functions are turned, but whether each cell shows the same could not be seen: press Turn the functions back, then try again.");
  });
  const wrong = wished.filter((one, index) => one.native !== null && !sameShown(one.values, after[index] ?? []));
  const settled = wished.map((one) => (wrong.includes(one) ? { ...one, native: null } : one));
  if (wrong.length > 0) {
    await writeReplaced(settled.filter(({ native }, index) => native === null && wished[index]?.native !== null));
    await keep(kept(settled));
  }
  const natives = settled.filter(({ native }) => native !== null).length;
  const turned = [...into(natives, "a formula", "formulas"), ...into(settled.length - natives, "a value", "values")];
  return { words: `Turned ${listed(turned)}, in this workbook.`, address: addressOfCell(settled[0]!), undo: turnBack };
}

function into(number: number, one: string, several: string): readonly string[] {
  return number === 0 ? [] : [`${count(number, "function")} into ${number === 1 ? one : several}`];
}

/** Writes back the formulas that stood there; a cell that was changed since stays as it is. */
export async function turnBack(): Promise<Done> {
  await refuseInNewer();
  const kept = await readKept();
  if (kept.length === 0) return { words: "There are no functions to turn back." };
  const changed = await writeBack(kept);
  await keep(changed).catch((error: unknown) => {
    throw halfSaid(error, "The functions are back, but the list of them could not be cleared: press Turn the functions back once more.");
  });
  const back = kept.length - changed.length;
  const rest = changed.length === 0 ? "" : ` ${count(changed.length, "cell")} ${changed.length === 1 ? "was" : "were"} changed since, and ${changed.length === 1 ? "stays" : "stay"}: ${listed(changed.slice(0, 3).map(addressOfCell))}${changed.length > 3 ? " …" : ""}.`;
  return { words: `Turned ${count(back, "function")} back.${rest}`, ...(changed[0] ? { address: addressOfCell(changed[0]) } : kept[0] && { address: addressOfCell(kept[0]) }) };
}

/** Most of it is done: that is told together with what is not. */
function halfSaid(error: unknown, words: string): unknown {
  return error instanceof ExcelRefused ? new ExcelRefused(error.code, `${error.message} ${words}`, { cause: error }) : error;
}

/** How many functions can be turned back. */
export async function keptCount(): Promise<number> {
  return (await readKept()).length;
}

/** Do both show the same, to the last digits that Excel shows? */
function sameShown(one: readonly (readonly CellValue[])[], other: readonly (readonly CellValue[])[]): boolean {
  return one.length === other.length && one.every((row, down) => row.length === other[down]?.length && row.every((value, across) => same(value, other[down]?.[across])));
}

function same(one: CellValue, other: CellValue | undefined): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}
