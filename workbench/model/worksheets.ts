import { itemAlreadyExists } from "../protocol/errors";
import { flag, optional, text } from "../protocol/richApi/checks";
import { apiType, takes } from "../protocol/richApi/members";
import { Collection, collectionMembers } from "./collection";
import type { Workbook } from "./workbook";
import { Worksheet } from "./worksheet";
import { demandSheetName } from "./worksheet/names";

const EVENTS = ["_RegisterDataChangedEvent", "_RegisterActivatedEvent", "_RegisterDeactivatedEvent", "_RegisterAddedEvent", "_RegisterDeletedEvent", "_RegisterSelectionChangedEvent", "_RegisterCalculatedEvent"];

export class WorksheetCollection extends Collection<Worksheet> {
  static override readonly api = apiType("WorksheetCollection", {
    ...collectionMembers,
    getCount: takes(optional(flag)),
    add: takes(optional(text)),
    getActiveWorksheet: takes(),
    getFirst: takes(optional(flag)),
    getLast: takes(optional(flag)),
  }, EVENTS);

  constructor(private readonly workbook: Workbook) {
    super();
  }

  get items(): Worksheet[] {
    return this.workbook.grid.sheets().map((sheet) => new Worksheet(this.workbook, sheet.id));
  }

  override getCount(visibleOnly = false): number {
    return this.workbook.grid.sheets().filter((sheet) => !visibleOnly || !sheet.hidden).length;
  }

  /** At the end; the active sheet stays active. */
  add(name?: string): Worksheet {
    const where = "WorksheetCollection.add";
    if (name !== undefined) demandSheetName(name, where);
    if (name !== undefined && this.find(name)) throw itemAlreadyExists(where);
    let n = this.items.length + 1;
    while (name === undefined && this.find(`Sheet${n}`)) n++;
    return new Worksheet(this.workbook, this.workbook.grid.addSheet(name ?? `Sheet${n}`));
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.workbook, this.workbook.grid.activeSheet());
  }

  getFirst(visibleOnly = false): Worksheet | null {
    return this.items.find((sheet) => !visibleOnly || sheet.visibility === "Visible") ?? null;
  }

  getLast(visibleOnly = false): Worksheet | null {
    return this.items.reverse().find((sheet) => !visibleOnly || sheet.visibility === "Visible") ?? null;
  }
}
