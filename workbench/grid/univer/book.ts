import type { Engine } from "../../engine/engine";
import { MAX_COLUMNS, MAX_ROWS } from "../a1";
import type { GridEvents } from "../grid";
import type { Rect } from "../rect";
import { Commands } from "./commands";

type Handlers = { [K in keyof GridEvents]?: Set<(event: GridEvents[K]) => void> };

/** Univer's workbook, and who listens to it: what all topics of the grid stand on. */
export class UniverBook {
  protected readonly commands: Commands;
  private readonly handlers: Handlers = {};
  private activationsHeld = false;

  constructor(protected readonly engine: Engine) {
    this.commands = new Commands(engine);
  }

  on<K extends keyof GridEvents>(name: K, handler: (event: GridEvents[K]) => void): () => void {
    const handlers = ((this.handlers[name] as Set<typeof handler> | undefined) ??= this.handlers[name] = new Set() as never) as Set<typeof handler>;
    handlers.add(handler);
    return () => void handlers.delete(handler);
  }

  protected emit<K extends keyof GridEvents>(name: K, event: GridEvents[K]): void {
    if (name === "activated" && (this.activationsHeld || (event as GridEvents["activated"]).sheetId !== this.book.getActiveSheet().getSheetId())) return; // Univer tells late: the sheet may be in the back again
    for (const handler of [...(this.handlers[name] ?? [])]) (handler as (event: GridEvents[K]) => void)(event);
  }

  /** Sheets that come and go on the screen while `work` runs are nobody's news. */
  protected unseen<T>(work: () => T): T {
    this.activationsHeld = true;
    try {
      return work();
    } finally {
      this.activationsHeld = false;
    }
  }

  protected get book() {
    return this.engine.api.getActiveWorkbook()!;
  }

  /** What `work` does to Univer counts as the add-in's, not as the user's. */
  protected api<T>(work: () => T): T {
    return this.commands.as("api", work);
  }

  protected sheet(sheetId: string) {
    const sheet = this.book.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`there is no sheet ${sheetId}`);
    return sheet;
  }

  /** Univer's sheets begin small and grow when something is put beyond their edge. */
  protected ensure(sheetId: string, rect: Rect): void {
    const sheet = this.sheet(sheetId);
    if (rect.row + rect.rows > sheet.getMaxRows()) this.api(() => sheet.setRowCount(Math.min(MAX_ROWS, rect.row + rect.rows + 100)));
    if (rect.column + rect.columns > sheet.getMaxColumns()) this.api(() => sheet.setColumnCount(Math.min(MAX_COLUMNS, rect.column + rect.columns + 4)));
  }
}
