import { flag, oneOf } from "../protocol/richApi/checks";
import { apiType, reads, takes, writes } from "../protocol/richApi/members";
import type { Workbook } from "./workbook";

export class Application {
  static readonly api = apiType("Application", {
    calculationMode: writes(oneOf("Automatic", "AutomaticExceptTables", "Manual")),
    calculationState: reads(),
    decimalSeparator: reads(),
    thousandsSeparator: reads(),
    calculate: takes(oneOf("Recalculate", "Full", "FullRebuild")),
    suspendApiCalculationUntilNextSync: takes(),
    suspendScreenUpdatingUntilNextSync: takes(),
  });
  readonly decimalSeparator = ".";
  readonly thousandsSeparator = ",";
  /** Answers wait until everything is calculated, so no add-in sees another state. */
  readonly calculationState = "Done";

  constructor(private readonly workbook: Workbook) {}

  /** Kept; the workbench's engine calculates automatically whatever is said here. */
  get calculationMode(): string {
    return this.workbook.state.calculationMode;
  }

  set calculationMode(mode: string) {
    this.workbook.state.calculationMode = mode as typeof this.workbook.state.calculationMode;
    this.workbook.changed("calculation mode");
  }

  /** All formula cells are calculated again; answers wait for it. */
  calculate(): void {
    this.workbook.recalculate(this.workbook.grid.sheets().map(({ id }) => ({ sheetId: id, rect: null })));
  }

  /** A batch is calculated once, at the first reading in it: there is nothing to suspend. */
  suspendApiCalculationUntilNextSync(): void {
    this.workbook.noteSuspension("calculation");
  }

  suspendScreenUpdatingUntilNextSync(): void {
    this.workbook.noteSuspension("screen");
  }
}

export class Runtime {
  static readonly api = apiType("Runtime", { enableEvents: writes(flag) });
  /** False: the add-in hears of nothing. */
  enableEvents = true;
}
