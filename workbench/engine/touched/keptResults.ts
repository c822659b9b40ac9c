import type * as Formula from "@univerjs/engine-formula";

interface Value {
  isReferenceObject?(): boolean;
  toArrayValueObject?(): object;
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
/** What was worked out of these ranges: a way from the first one to the last. */
interface Way {
  readonly further: WeakMap<object, Way>;
  value?: Value | null;
}

/**
 * By sums over its columns a sheet finds out whether the log is the one of the last rebuild: each keystroke changes one column, and Univer adds up all of them, letter by letter. Here a sum whose
 * ranges are still the same ones, as kept by keepArrays, is not worked out again.
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
    let way: Way = ways.get(node) ?? { further: new WeakMap() };
    ways.set(node, way);
    for (const range of ranges) {
      _execute.call(this, range, x, y);
      const value = range.getValue();
      if (!value?.isReferenceObject?.() || !value.toArrayValueObject) return _execute.call(this, node, x, y);
      const array = value.toArrayValueObject();
      const next: Way = way.further.get(array) ?? { further: new WeakMap() };
      way.further.set(array, next);
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

const known = new WeakMap<Node, { readonly ranges: readonly Node[] | null }>();

/** The ranges of a sum that follows from them alone; null of everything else. */
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
  if (node.nodeType === REFERENCE) ranges.push(node);
  const isPlain = node.nodeType === REFERENCE || node.nodeType === VALUE || node.nodeType === OPERATOR || (node.nodeType === FUNCTION && PURE.has(node.getToken().toUpperCase()));
  return isPlain && node.getChildren().every((child) => gather(child, ranges));
}

const [REFERENCE, VALUE, OPERATOR, FUNCTION] = [1, 2, 3, 4];
const SUMS = new Set(["SUMPRODUCT", "SUM", "COUNT", "COUNTA", "COUNTIF"]);
/** Functions that give the same for the same, wherever and whenever. */
const PURE = new Set([...SUMS, "LEN", "CODE", "MID", "LEFT", "RIGHT", "ROUND", "ABS", "N", "ISNUMBER", "ISTEXT", "MAX", "MIN"]);
