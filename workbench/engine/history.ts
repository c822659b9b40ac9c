import type * as Core from "@univerjs/core";

/** Stands before Univer's list of what can be taken back: whoever sets `onPush` decides what becomes of an entry. */
export interface HistoryGate {
  onPush: (entry: Core.IUndoRedoItem, list: { add(): void; clear(): void }) => void;
}

/** The gate, and what puts it in the place of Univer's own list. (What an injector hands out is a stand-in for the real list: nothing can be put on that.) */
export function gatedHistory(core: typeof Core): { gate: HistoryGate; override: Core.DependencyOverride } {
  const gate: HistoryGate = { onPush: (_, list) => list.add() };
  class GatedHistory extends core.LocalUndoRedoService {
    override pushUndoRedo(entry: Core.IUndoRedoItem): void {
      gate.onPush(entry, { add: () => super.pushUndoRedo(entry), clear: () => this.clearUndoRedo(entry.unitID) });
    }
  }
  const deps = [core.IUniverInstanceService, core.ICommandService, core.IContextService];
  const useFactory = (...services: ConstructorParameters<typeof core.LocalUndoRedoService>) => new GatedHistory(...services);
  return { gate, override: [[core.IUndoRedoService, { useFactory, deps }]] };
}
