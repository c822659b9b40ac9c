import type * as Formula from "@univerjs/engine-formula";
import type { UnitRange } from "../dependencies";

interface Value {
  isReferenceObject?(): boolean;
  toArrayValueObject?(): object;
  getRangePosition?(): UnitRange["range"];
  _checkIfWorksheetMiss?(): boolean;
  getCellData?(row: number, column: number): { readonly v?: unknown; readonly t?: unknown; readonly s?: unknown } | null | undefined;
}
interface Node {
  readonly nodeType: number;
  getToken(): string;
  getChildren(): readonly Node[];
  getValue(): Value | null | undefined;
  setValue(value: Value | null | undefined): void;
}
/** The private part of Univer 0.25.1 by which a formula's parts are worked out. */
interface Interpreter {
  keeps?: true;
  readonly _runtimeService: { isStopExecution(): boolean };
  _execute(node: Node, x?: number, y?: number): number;
}
/** What was worked out of these ranges and cells: a way from the first one to the last. */
interface Way {
  readonly byRange: WeakMap<object, Way>;
  readonly byCell: Map<string, Way>;
  value?: Value | null;
}
const newWay = (): Way => ({ byRange: new WeakMap(), byCell: new Map() });

/**
 * By sums over its columns a sheet finds out whether the log is the one of the last rebuild: each keystroke changes one column, and Univer adds up all of them, letter by letter. Here a sum whose
 * ranges are still the same ones, as kept by keepArrays, is not worked out again; nor is what follows from single cells, as long as these hold the same.
 */
export function keepResults({ Interpreter }: typeof Formula): void {
  const interpreter = Interpreter.prototype as unknown as Interpreter;
  if (interpreter.keeps) return;
  interpreter.keeps = true;
  const { _execute } = interpreter;
  const ways = new WeakMap<Node, Way>();
  interpreter._execute = function (node, x = 0, y = 0) {
    const ranges = node.nodeType === FUNCTION ? rangesOf(node) : null;
    if (!ranges || this._runtimeService.isStopExecution()) return _execute.call(this, node, x, y);
    let way: Way = ways.get(node) ?? newWay();
    ways.set(node, way);
    for (const range of ranges) {
      _execute.call(this, range, x, y);
      const next = step(way, range.getValue());
      if (!next) return _execute.call(this, node, x, y);
      way = next;
    }
    if (way.value) {
      node.setValue(way.value);
      return 0;
    }
    const state = _execute.call(this, node, x, y);
    way.value = node.getValue();
    return state;
  };
}

/** Null where nothing can be kept. The format belongs to a cell's content: by it a number may be read as a text. */
function step(way: Way, value: Value | null | undefined): Way | null {
  if (!value?.isReferenceObject?.() || !value.toArrayValueObject || !value.getRangePosition || !value.getCellData || value._checkIfWorksheetMiss?.()) return null;
  const { startRow, endRow, startColumn, endColumn } = value.getRangePosition();
  if (startRow !== endRow || startColumn !== endColumn) {
    const array = value.toArrayValueObject();
    const next = way.byRange.get(array) ?? newWay();
    way.byRange.set(array, next);
    return next;
  }
  const { v, t, s } = value.getCellData(startRow, startColumn) ?? {};
  if (typeof s === "object" && s !== null) return null;
  const key = `${typeof v} ${String(t)} ${String(s)} ${String(v)}`;
  const next = way.byCell.get(key) ?? newWay();
  if (way.byCell.size >= MOST_VALUES) way.byCell.clear();
  way.byCell.set(key, next);
  return next;
}
const MOST_VALUES = 1000;

const known = new WeakMap<Node, { readonly ranges: readonly Node[] | null }>();

/** The ranges and cells of a sum that follows from them alone, each once; null of everything else. */
function rangesOf(node: Node): readonly Node[] | null {
  let found = known.get(node);
  if (!found) {
    const ranges: Node[] = [];
    const follows = SUMS.has(node.getToken().toUpperCase()) && node.getChildren().every((child) => gather(child, ranges));
    known.set(node, (found = { ranges: follows && ranges.length > 0 ? ranges : null }));
  }
  return found.ranges;
}

function gather(node: Node, ranges: Node[]): boolean {
  if (node.nodeType === REFERENCE && !ranges.some((one) => one.getToken() === node.getToken())) ranges.push(node);
  const isPlain = node.nodeType === REFERENCE || node.nodeType === VALUE || node.nodeType === OPERATOR || (node.nodeType === FUNCTION && PURE.has(node.getToken().toUpperCase()));
  return isPlain && node.getChildren().every((child) => gather(child, ranges));
}

const [REFERENCE, VALUE, OPERATOR, FUNCTION] = [1, 2, 3, 4];
const SUMS = new Set(["SUMPRODUCT", "SUM", "COUNT", "COUNTA", "COUNTIF", "OR"]);
/** Functions that give the same for the same, wherever and whenever. */
const PURE = new Set([...SUMS, "LEN", "CODE", "FIND", "MID", "LEFT", "RIGHT", "ROUND", "ABS", "N", "ISNUMBER", "ISTEXT", "MAX", "MIN"]);
