import { type NamedFunction, MARK } from "../journal/names";
import { ExcelRefused } from "./excelRefused";
import { inExcel } from "./inExcel";
import { refuseNewer } from "./newer";
import { orFoundDone } from "./orFoundDone";
import { survey } from "./survey";

/** A defined name as it stands, so that it can be put back. */
export interface NameKept {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

export interface NamesFound {
  /** Names of ours, as they stand. */
  readonly ours: readonly NameKept[];
  /** Names and tables of the user's that are called like a function: they are left alone. */
  readonly taken: readonly string[];
}

/** What there is of these functions among the workbook's names. */
export function readFunctionNames(functions: readonly { readonly name: string }[]): Promise<NamesFound> {
  return inExcel(async (context) => {
    const asked = askNames(context, functions);
    await context.sync();
    return asked();
  });
}

export interface NamesGiven {
  readonly added: readonly string[];
  /** Names of ours with another formula or comment, as they were before. */
  readonly changed: readonly NameKept[];
  readonly taken: readonly string[];
}

/** Gives the workbook these names; those that are there as they should be, and those that are the user's, are left alone. Refused where Excel cannot calculate them. docs/spec/names.md §3. */
export function giveFunctionNames(functions: readonly NamedFunction[]): Promise<NamesGiven> {
  let wanted: NamesGiven = { added: [], changed: [], taken: [] };
  const look = async (): Promise<NamesGiven | null> => {
    const { ours } = await readFunctionNames(functions);
    const stand = [...wanted.added, ...wanted.changed.map(({ name }) => name)].every((name) => functions.some((one) => sameName(one.name, name) && ours.some((there) => sameName(there.name, name) && isSame(there, one))));
    return stand ? wanted : null;
  };
  const give = (sending: () => void): Promise<NamesGiven> => inExcel(async (context) => {
    const known = survey(context, []);
    const asked = askNames(context, functions);
    await context.sync();
    refuseNewer(known.read());
    const { ours, taken } = asked();
    const standing = (name: string): NameKept | undefined => ours.find((one) => sameName(one.name, name));
    const lacking = functions.filter(({ name }) => !standing(name) && !taken.includes(name));
    const changing = functions.filter((one) => standing(one.name) && !isSame(standing(one.name)!, one));
    wanted = { added: lacking.map(({ name }) => name), changed: changing.flatMap(({ name }) => standing(name) ?? []), taken };
    if (lacking.length + changing.length === 0) return wanted;
    await tryOne(context);
    const { names } = context.workbook;
    for (const { name, formula, comment } of lacking) names.add(name, formula, comment);
    for (const one of changing) change(names, one);
    sending();
    await context.sync();
    return wanted;
  });
  return orFoundDone(give, look, WHERE);
}

const WHERE = "the names (Formulas, Name Manager)";

/** Takes names of ours away; answers them as they were. */
export function takeFunctionNames(functions: readonly NamedFunction[]): Promise<readonly NameKept[]> {
  let wanted: readonly NameKept[] = [];
  const take = (sending: () => void): Promise<readonly NameKept[]> => inExcel(async (context) => {
    const known = survey(context, []);
    const asked = askNames(context, functions);
    await context.sync();
    refuseNewer(known.read());
    const { ours } = asked();
    wanted = ours;
    if (ours.length === 0) return ours;
    for (const { name } of ours) context.workbook.names.getItem(name).delete();
    sending();
    await context.sync();
    return ours;
  });
  return orFoundDone(take, async () => ((await readFunctionNames(functions)).ours.length === 0 ? wanted : null), WHERE);
}

/** Puts names back as they were: those that are gone come again, those of ours get their formula again, the user's own are left alone. */
export async function putNamesBack(kept: readonly NameKept[]): Promise<void> {
  const look = async (): Promise<true | null> => {
    const { ours, taken } = await readFunctionNames(kept);
    return kept.every((one) => taken.some((name) => sameName(name, one.name)) || ours.some((there) => sameName(there.name, one.name) && isSame(there, one))) ? true : null;
  };
  const put = (sending: () => void): Promise<true> => inExcel<true>(async (context) => {
    const known = survey(context, []);
    const asked = askNames(context, kept);
    await context.sync();
    refuseNewer(known.read());
    const { ours, taken } = asked();
    const { names } = context.workbook;
    for (const one of kept.filter(({ name }) => !taken.some((other) => sameName(other, name)))) {
      if (ours.some(({ name }) => sameName(name, one.name))) change(names, one);
      else names.add(one.name, one.formula, one.comment);
    }
    sending();
    await context.sync();
    return true;
  });
  await orFoundDone<true>(put, look, WHERE);
}

function change(names: Excel.NamedItemCollection, { name, formula, comment }: NameKept): void {
  const item = names.getItem(name);
  item.formula = formula;
  item.comment = comment;
}

function askNames(context: Excel.RequestContext, functions: readonly { readonly name: string }[]): () => NamesFound {
  const { names, tables } = context.workbook;
  const asked = names.load("items/name,items/formula,items/comment");
  const called = tables.load("items/name");
  return () => {
    const wanted = (name: string): boolean => functions.some((one) => sameName(one.name, name));
    const there = asked.items.filter(({ name }) => wanted(name)).map(({ name, formula, comment }): NameKept => ({ name, formula: String(formula), comment }));
    const ours = there.filter(({ comment }) => comment.startsWith(MARK));
    const others = [...there.filter((one) => !ours.includes(one)), ...called.items.filter(({ name }) => wanted(name))].map(({ name }) => name);
    return { ours, taken: functions.map(({ name }) => name).filter((name) => others.some((other) => sameName(other, name))) };
  };
}

/** No requirement set says whether Excel has LAMBDA: it is asked for the value of a name that needs all that ours need. The name is gone again before others come. */
async function tryOne(context: Excel.RequestContext): Promise<void> {
  const { names } = context.workbook;
  const left = names.getItemOrNullObject(TRIAL).load("name");
  await context.sync();
  if (!left.isNullObject) left.delete();
  const item = names.add(TRIAL, "=LAMBDA(x,[y],LET(z,x+1,IF(ISOMITTED(y),z,0)))(1)", `${MARK} tries whether this Excel has LAMBDA. It can be deleted.`);
  item.visible = false;
  item.load("value");
  try {
    await context.sync();
  } catch (error) {
    // a formula that this Excel does not understand
    if ((error as { code?: unknown }).code === "InvalidArgument") throw tooOld(error);
    throw error;
  }
  item.delete();
  if (Number(item.value) === 2) return;
  await context.sync();
  throw tooOld();
}

const TRIAL = "Wheel_Trial";

const tooOld = (cause?: unknown): ExcelRefused =>
  new ExcelRefused("NoLambda", "This Excel is too old for functions as names: Microsoft 365, Excel 2024 and Excel on the web have them. Nothing was changed. Update Excel and try again, or share a copy: there, functions become formulas.", { cause });

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Excel may give a formula back with other blanks, capitals and ways to write a number. */
function isSame(one: NameKept, other: NameKept | NamedFunction): boolean {
  return bare(one.formula) === bare(other.formula) && one.comment === other.comment;
}

function bare(formula: string): string {
  return formula
    .replace(/_xl(?:fn|pm|op)\./gi, "")
    .replace(/\s+/g, "")
    .replace(/(?<![\w.])\d+(?:\.\d+)?(?:E[-+]?\d+)?(?![\w.])/gi, (number) => String(Number(number)))
    .toLowerCase();
}
