import type { ICommandInfo } from "@univerjs/core";
import type { Engine } from "../../engine/engine";
import type { CellAt } from "../functionHost";
import type { CellValue } from "../grid";
import { ID, type Commands } from "./commands";

/** Private parts of Univer 0.25.1 by which a queued calculation is started at once; a test guards them at upgrades. */
interface Trigger {
  _waitingCommandQueue: ICommandInfo[];
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty(commands: ICommandInfo[]): object;
}
interface Session {
  readonly state: { started: boolean; resultApplied: boolean; stopped: boolean; completed: boolean; resultEmitted: boolean };
  waitForLatestApplied(): Promise<void>;
}

/**
 * When everything is calculated. Univer waits 100 ms after the last change before it calculates; an add-in that writes and reads in one
 * batch would get the old values, so the waiting calculation is started at once.
 */
export class Calculation {
  private readonly trigger: Trigger;
  private readonly session: Session;
  private evaluated: Promise<unknown> = Promise.resolve();

  constructor(private readonly engine: Engine, private readonly commands: Commands) {
    this.trigger = engine.injector.get(engine.lib.TriggerCalculationController) as unknown as Trigger;
    this.session = engine.injector.get(engine.lib.FormulaCalculationSessionService) as unknown as Session;
  }

  get pending(): boolean {
    return this.running || this.trigger._waitingCommandQueue.length > 0;
  }

  async settled(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS && this.pending; round++) {
      await macrotask(); // Univer stores formulas and table ranges in microtasks after the write
      if (this.running) await this.session.waitForLatestApplied();
      else this.startNow();
    }
    if (this.pending) throw new Error("the calculation does not come to an end");
  }

  request(cells: readonly CellAt[]): void {
    const dirtyRanges = cells.map(({ sheetId, row, column }) => ({ unitId: this.commands.unitId, sheetId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } }));
    this.commands.run(ID.requestCalculation, { ...NOTHING_DIRTY, dirtyRanges }, { onlyLocal: true });
  }

  /** What a formula comes to that stands in no cell, as if it stood on that sheet. One after the other: Univer tells everybody who waits the first answer that comes. */
  evaluate(formula: string, sheetOf: () => string): Promise<CellValue> {
    const answer = this.evaluated.then(() => this.evaluateNow(formula, sheetOf));
    this.evaluated = answer.catch(() => undefined); // who asked has the failure
    return answer;
  }

  private async evaluateNow(formula: string, sheetOf: () => string): Promise<CellValue> {
    await this.settled();
    const [unit, sheet] = [this.commands.unitId, sheetOf()];
    const answers = await this.engine.api.getFormula().executeFormulas({ [unit]: { [sheet]: { 0: { 0: [formula] } } } });
    return answers[unit]?.[sheet]?.[0]?.[0]?.[0]?.value as CellValue;
  }

  private get running(): boolean {
    const { started, resultApplied, stopped, completed, resultEmitted } = this.session.state;
    return started && !(resultApplied && (stopped || completed || resultEmitted));
  }

  private startNow(): void {
    const queue = this.trigger._waitingCommandQueue;
    if (queue.length === 0) return;
    clearTimeout(this.trigger._setTimeoutKey);
    this.trigger._waitingCommandQueue = [];
    this.commands.run(ID.calculate, this.trigger._generateDirty(queue), { onlyLocal: true });
  }
}

const MOST_ROUNDS = 200;
const NOTHING_DIRTY = { dirtyRanges: [], dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {}, dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, forceCalculation: false, clearDependencyTreeCache: {} };

/** setTimeout(0) becomes 4 ms in a browser when nested; a message does not. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    }
  });
}
