import type * as Formula from "@univerjs/engine-formula";

interface Value {
  isArray(): boolean;
  isError(): boolean;
  isReferenceObject(): boolean;
  getValue(): unknown;
  getRowCount?(): number;
  getColumnCount?(): number;
  get?(row: number, column: number): Value | null;
}
interface Node {
  getToken(): string;
  getChildren(): readonly Node[];
  getValue(): Value | null | undefined;
  setValue(value: Value): void;
  execute(): void;
}
/** The private part of Univer 0.25.1 by which a formula's parts are worked out. */
interface Interpreter {
  worksOutOneBranch?: true;
  readonly _runtimeService: { isStopExecution(): boolean };
  _execute(node: Node, x?: number, y?: number): number;
}

/** Univer works out both branches of an IF and takes one. Here, as in Excel, the one that is not taken is not worked out, where the condition is a single value. */
export function workOutOneBranch({ Interpreter }: typeof Formula): void {
  const interpreter = Interpreter.prototype as unknown as Interpreter;
  if (interpreter.worksOutOneBranch) return;
  interpreter.worksOutOneBranch = true;
  const { _execute } = interpreter;
  interpreter._execute = function (node, x = 0, y = 0) {
    const [condition, whenTrue, whenFalse] = branchesOf(node);
    if (!condition || !whenTrue || !whenFalse || this._runtimeService.isStopExecution()) return _execute.call(this, node, x, y);
    if (this._execute(condition, x, y) !== 0) return 1;
    const truth = truthOf(condition.getValue());
    if (truth === null) return _execute.call(this, node, x, y);
    const [taken, other] = truth ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
    if (this._execute(taken, x, y) !== 0) return 1;
    const value = taken.getValue();
    if (!value) return _execute.call(this, node, x, y);
    // Univer's IF asks for both: nobody looks at this one
    other.setValue(value);
    node.execute();
    return 0;
  };
}

const NONE: readonly Node[] = [];

function branchesOf(node: Node): readonly Node[] {
  if (node.getToken().toUpperCase() !== "IF") return NONE;
  const children = node.getChildren();
  return children.length === 3 && children.every((child) => child.getToken().toUpperCase() !== "LAMBDA") ? children : NONE;
}

/** What Univer's IF makes of a condition; null of many at once, of a reference, and of an error. */
function truthOf(value: Value | null | undefined): boolean | null {
  if (!value || value.isReferenceObject()) return null;
  const single = !value.isArray() ? value : value.getRowCount?.() === 1 && value.getColumnCount?.() === 1 ? value.get?.(0, 0) : null;
  return !single || single.isError() ? null : Boolean(single.getValue());
}
