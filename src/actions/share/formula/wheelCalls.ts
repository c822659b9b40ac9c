import { type Token, tokenTypes, tokenize } from "@borgar/fx";

/** A formula in pieces: texts in quotes, names of sheets and structured references are each one piece, so that nothing inside of them is taken for more. */
export type Piece = Token;

export function piecesOf(formula: string): readonly Piece[] {
  return tokenize(formula);
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ value }) => value).join("");

/**
 * The id of an add-in function: "CSP_YIELD" of WHEEL.CSP_YIELD, in any case, and as files and other programs spell it: _xldudf_WHEEL_CSP_YIELD, _xll.WHEEL.CSP_YIELD.
 * Null for any other piece.
 */
export function wheelId({ type, value }: Piece): string | null {
  if (type === tokenTypes.REF_NAMED) return HANDED_ON.exec(value)?.[1]?.toUpperCase() ?? null;
  return type === tokenTypes.FUNCTION ? (WHEEL.exec(value)?.[1]?.toUpperCase() ?? null) : null;
}
const WHEEL = /^(?:_xldudf_|_xludf\.|_xlfn\.|_xlws\.|_xll\.)*WHEEL[._](\w+)$/i;
/** Without parentheses, as MAP and REDUCE take functions; the journal's own names (Wheel_Trades) are none. */
const HANDED_ON = /^(?:_xldudf_WHEEL_|(?:_xll\.)?WHEEL\.)(\w+)$/i;

/** Does the formula call a function of the add-in? Quick where it does not, as nearly all. */
export function callsWheel(formula: string): boolean {
  return MAY_CALL.test(formula) && piecesOf(formula).some((piece) => wheelId(piece) !== null);
}
const MAY_CALL = /wheel[._]\w/i;

/** A call: from its name to its closing parenthesis, and its arguments, outer blanks aside. */
export interface Call {
  readonly id: string;
  readonly end: number;
  readonly args: readonly (readonly Piece[])[];
}

/** The call that begins at `start`; null when its parentheses do not close. */
export function callAt(pieces: readonly Piece[], start: number): Call | null {
  const id = pieces[start] ? wheelId(pieces[start]) : null;
  if (id === null || !isOperator(pieces[start + 1], "(")) return null;
  const args: Piece[][] = [[]];
  let depth = 1;
  for (let at = start + 2; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    if (isOperator(piece, "(") || isOperator(piece, "{")) depth += 1;
    if (isOperator(piece, ")") || isOperator(piece, "}")) depth -= 1;
    if (depth === 0) return { id, end: at + 1, args: args.length === 1 && trimmed(args[0]!).length === 0 ? [] : args.map(trimmed) };
    if (depth === 1 && isOperator(piece, ",")) args.push([]);
    else args.at(-1)!.push(piece);
  }
  return null;
}

export function isOperator(piece: Piece | undefined, sign: string): boolean {
  return piece?.type === tokenTypes.OPERATOR && piece.value === sign;
}

export function isBlank({ type }: Piece): boolean {
  return type === tokenTypes.WHITESPACE || type === tokenTypes.NEWLINE;
}

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const solid = pieces.flatMap((piece, at) => (isBlank(piece) ? [] : [at]));
  return solid.length === 0 ? [] : pieces.slice(solid[0], solid.at(-1)! + 1);
}
