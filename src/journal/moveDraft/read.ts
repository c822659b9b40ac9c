import { type Trade, moves } from "../../calc";
import { dayOf } from "../day";
import type { DraftProblem, FieldName } from "../form";
import { type Candidate, judge } from "../judge";
import { readNumber } from "../numberText";
import type { MoveDraft, MoveField, MoveKind, MoveOn } from "./draft";
import { moveFields } from "./fields";

export interface MoveVerdict {
  /** Null when there is a problem. */
  readonly rows: readonly Trade[] | null;
  readonly problems: readonly DraftProblem<MoveField>[];
  readonly warnings: readonly DraftProblem<MoveField>[];
}

/** Typed text → the rows of the move, or every problem at once, each under its field. Each row is judged as one of the log form would be. */
export function readMove(kind: MoveKind, on: MoveOn, draft: MoveDraft): MoveVerdict {
  const unread: DraftProblem<MoveField>[] = [];
  const fields = moveFields(kind, on);
  const number = (field: MoveField): number => {
    const read = readNumber(draft[field]);
    if ("problem" in read) unread.push({ field, words: `${labelOf(fields, field)} ${read.problem}` });
    return "number" in read && read.number !== null ? read.number : BLANK;
  };
  const day = (field: MoveField): number => {
    const read = dayOf(draft[field]);
    if (read === null && draft[field].trim() !== "") unread.push({ field, words: `${labelOf(fields, field)} must be a date such as 2026-02-20` });
    return read ?? BLANK;
  };
  const values = Object.fromEntries(fields.map(({ name, input }) => [name, input === "date" ? day(name) : number(name)])) as Record<MoveField, number>;
  const rows = rowsOf(kind, on, { ...values, fees: values.fees || 0, newFees: values.newFees || 0 });
  const judged = rows.map((row) => judge(candidateOf(row)));
  const found = (list: "problems" | "warnings"): DraftProblem<MoveField>[] => judged.flatMap((verdict, leg) => verdict[list].map((one) => inFormWords(fields, one, leg)));
  const problems = once([...unread, ...found("problems")]);
  return problems.length > 0 ? { rows: null, problems, warnings: [] } : { rows: judged.map(({ trade }) => trade!), problems, warnings: once(found("warnings")) };
}

/** Stands for a blank field while the rows are put together; the judge is told that it is blank. */
const BLANK = Number.NaN;

function rowsOf(kind: MoveKind, { holding, contract }: MoveOn, typed: Record<MoveField, number>): readonly Trade[] {
  if (!contract) return kind === "sellCall" ? moves.sellingCall(holding, typed) : moves.sellingShares(holding, typed);
  if (kind === "roll") return moves.rolling(contract, typed);
  if (kind === "expire") return moves.expiring(contract, { ...typed, fees: 0 });
  return kind === "assign" ? moves.assigning(contract, typed) : moves.closing(contract, typed);
}

function candidateOf(row: Trade): Candidate {
  const known = (value: number | null): number | null => (Number.isNaN(value) ? null : value);
  return { ...row, date: known(row.date), quantity: known(row.quantity), strike: known(row.strike), expiry: known(row.expiry), price: known(row.price) };
}

/** The judge speaks of the sheet's column ("Price must …"), the form calls that field by a nearer name. The second row of a roll is typed into fields of its own. */
function inFormWords(fields: ReturnType<typeof moveFields>, { field, words }: DraftProblem, leg: number): DraftProblem<MoveField> {
  const name = leg === 1 ? (SECOND_LEG[field] ?? field) : field;
  const header = field.charAt(0).toUpperCase() + field.slice(1);
  const label = labelOf(fields, name);
  return { field: name as MoveField, words: words.startsWith(`${header} `) ? label + words.slice(header.length) : words };
}
const SECOND_LEG: Partial<Record<FieldName, MoveField>> = { price: "newPrice", fees: "newFees" };

const labelOf = (fields: ReturnType<typeof moveFields>, name: string): string => fields.find((field) => field.name === name)?.label ?? name;

/** Both rows of a roll have one day and one number. */
function once(problems: readonly DraftProblem<MoveField>[]): DraftProblem<MoveField>[] {
  return problems.filter(({ field }, at) => problems.findIndex((one) => one.field === field) === at);
}
