import { type KeptPlan, readPlans, toPlanCells } from "../journal/plan";
import { appendPlan, readPlanRows, removePlan } from "../workbook/plansTable";
import type { Done } from "./done";
import { inTurn } from "./inTurn";

/** Keeps a put that was thought through on the Plans sheet, to be read later beside what was done. */
export const keepPlan = inTurn(keep);

async function keep(plan: KeptPlan): Promise<Done> {
  const cells = toPlanCells(plan);
  const { isNew, address } = await appendPlan(cells);
  const what = `${plan.quantity} ${plan.ticker} ${plan.strike} put${plan.quantity === 1 ? "" : "s"} at ${plan.premium}`;
  if (!isNew) return { words: `This plan is kept already: ${what}.`, address };
  const undo = async (): Promise<Done> => {
    await removePlan(cells);
    return { words: "Took the plan back." };
  };
  return { words: `Kept the plan: ${what}.`, address, undo: inTurn(undo) };
}

/** The plans that were kept, and rows that are none with what is wrong. Null when the workbook has no Plans table. */
export async function readKeptPlans(): Promise<KeptPlans | null> {
  const read = await readPlanRows();
  if (!read) return null;
  const rows = readPlans(read.headers, read.rows);
  return {
    plans: rows.flatMap(({ at, read: row }) => (row.kind === "plan" ? [{ plan: row.plan, address: read.addressOf(at) }] : [])),
    problems: rows.flatMap(({ at, read: row }) => (row.kind === "problem" ? [{ words: row.words, address: read.addressOf(at) }] : [])),
  };
}

export interface KeptPlans {
  readonly plans: readonly { readonly plan: KeptPlan; readonly address: string }[];
  readonly problems: readonly { readonly words: string; readonly address: string }[];
}
