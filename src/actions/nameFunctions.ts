import { namedFunctions } from "../journal/names";
import { type NameKept, giveFunctionNames, putNamesBack, readFunctionNames, takeFunctionNames } from "../workbook/functionNames";
import { type Done, count, listed } from "./done";
import { inTurn } from "./inTurn";

/** How many functions the workbook has as names. Asked for by its own name: the formulas are fetched with the part of the pane that needs them. */
export interface NamesState {
  readonly all: number;
  readonly there: number;
  /** Called like a function, and the user's own. */
  readonly taken: readonly string[];
}

export async function readNames(): Promise<NamesState> {
  const functions = namedFunctions();
  const { ours, taken } = await readFunctionNames(functions);
  return { all: functions.length, there: ours.length, taken };
}

/** Gives the workbook the functions as names, or brings those that it has up to date. docs/spec/names.md. */
export const giveNames = inTurn(async (): Promise<Done> => {
  const { added, changed, taken } = await giveFunctionNames(namedFunctions());
  const left = taken.length === 0 ? "" : ` Left alone, because this workbook has something of that name: ${listed(taken)}.`;
  if (added.length + changed.length === 0) return { words: `The functions are there as names already.${left}` };
  const done = [
    ...(added.length > 0 ? [`Added ${count(added.length, "function")} as names: ${example(added)} now works for everybody with Microsoft 365 or Excel 2024.`] : []),
    ...(changed.length > 0 ? [`Brought ${count(changed.length, "name")} up to date.`] : []),
  ];
  return { words: done.join(" ") + left, undo: inTurn(() => undoGiving(added, changed)) };
});

/** Takes the names away again. */
export const takeNames = inTurn(async (): Promise<Done> => {
  const gone = await takeFunctionNames(namedFunctions());
  if (gone.length === 0) return { words: "This workbook has none of the functions as names." };
  const undo = async (): Promise<Done> => {
    await putNamesBack(gone);
    return { words: `${count(gone.length, "name")} ${gone.length === 1 ? "is" : "are"} back.` };
  };
  return { words: `Took ${count(gone.length, "name")} away. Cells that use them show #NAME? now.`, undo: inTurn(undo) };
});

async function undoGiving(added: readonly string[], changed: readonly NameKept[]): Promise<Done> {
  const gone = await takeFunctionNames(namedFunctions().filter(({ name }) => added.includes(name)));
  if (changed.length > 0) await putNamesBack(changed);
  const back = changed.length > 0 ? ` ${count(changed.length, "name")} ${changed.length === 1 ? "is" : "are"} as before.` : "";
  return { words: `Took ${count(gone.length, "name")} away.${back}` };
}

const example = (added: readonly string[]): string => (added.includes("CSP_BREAKEVEN") ? "=CSP_BREAKEVEN(50,1.25)" : `=${added[0] ?? ""}(…)`);
