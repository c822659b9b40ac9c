import { tokenTypes } from "@borgar/fx";
import { operand } from "../../../calc";
import { isSingle, nativeCall } from "./native";
import { type Piece, callAt, callsWheel, isOperator, piecesOf, textOf, wheelId } from "./wheelCalls";

/** What becomes of a formula in a copy for readers without the add-in. */
export type Converted =
  /** It calls no function of the add-in. */
  | { readonly kind: "kept" }
  | { readonly kind: "native"; readonly formula: string }
  /** No formula says the same: what it shows now stays as a value. `why` in words for the user. */
  | { readonly kind: "value"; readonly why: string };

/** One formula, as Excel shows it or as a file has it (with or without its equals sign). `gone` are defined names that will be no more. docs/spec/sharing.md §3. */
export function convert(formula: string, gone: ReadonlySet<string> = NONE): Converted {
  const lost = mayName(formula, gone) && piecesOf(formula).some(({ type, value }) => type === tokenTypes.REF_NAMED && gone.has(value.toLowerCase()));
  if (lost) return { kind: "value", why: "it uses a name that only the add-in can work out" };
  if (!callsWheel(formula)) return { kind: "kept" };
  const written = rewritten(piecesOf(formula), true);
  if ("why" in written) return { kind: "value", why: written.why };
  return written.text.length > LONGEST ? { kind: "value", why: "its native formula would be longer than Excel allows" } : { kind: "native", formula: written.text };
}

function mayName(formula: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  const lower = formula.toLowerCase();
  return [...names].some((name) => lower.includes(name));
}

const NONE: ReadonlySet<string> = new Set();
/** Excel takes 8,192 characters. */
const LONGEST = 8_000;

type Written = { readonly text: string } | { readonly why: string };

/** These pieces with every call of the add-in replaced. `alone`: a call that is all there is needs no parentheses around what replaces it. */
function rewritten(pieces: readonly Piece[], alone: boolean): Written {
  let text = "";
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    const id = wheelId(piece);
    if (id === null) {
      text += piece.value;
      continue;
    }
    const call = callAt(pieces, at);
    if (piece.type === tokenTypes.REF_NAMED) return { why: `it hands on ${id} to another function` };
    if (!call) return { why: "its parentheses do not close" };
    if (isOperator(pieces[at - 1], "!")) return { why: `the link to ${id} is broken: it points at another file` };
    const native = replaced(id, call.args);
    if ("why" in native) return native;
    if (text.endsWith("@")) {
      // Excel's "one of them" of one value is that value
      if (!call.args.flat().every(isSingle)) return { why: "it takes one cell of a range" };
      text = text.slice(0, -1);
    }
    const isAll = alone && textOf(pieces.slice(0, at)).replace(/^[=\s@]+/, "") === "" && textOf(pieces.slice(call.end)).trim() === "";
    text += isAll ? native.text : operand(native.text);
    if (text.length > LONGEST) return { text };
    at = call.end - 1;
  }
  return { text };
}

function replaced(id: string, args: readonly (readonly Piece[])[]): Written {
  const ready: (readonly Piece[])[] = [];
  for (const arg of args) {
    const inner = rewritten(arg, true);
    if ("why" in inner) return inner;
    if (inner.text.length > LONGEST) return { text: inner.text };
    ready.push(piecesOf(inner.text));
  }
  if (ready.some((arg) => arg.some(isVolatile))) return { why: "it asks for random numbers, which a formula would ask for more than once" };
  const text = nativeCall(id, ready);
  return text === null ? { why: `Excel's own functions have no formula for ${id} with these arguments` } : { text };
}

const isVolatile = ({ type, value }: Piece): boolean => type === tokenTypes.FUNCTION && /^(?:_xlfn\.)?RAND(?:BETWEEN|ARRAY)?$/i.test(value);
