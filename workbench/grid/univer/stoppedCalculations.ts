import type { Engine } from "../../engine/engine";
import { ID, type Commands } from "./commands";

interface Dirty {
  readonly dirtyRanges: readonly unknown[];
}
/** Private parts of Univer 0.25.1 that hold what the running calculation calculates. */
interface Trigger {
  _executingDirtyData: Dirty;
  _mergeDirty(one: Dirty, other: Dirty): Dirty;
}

/**
 * When something changes while a calculation runs, Univer stops it and begins anew with what it had started itself. A calculation that was started by somebody else, because an
 * add-in waits for its values, would be lost, and its cells would stay empty or old: so Univer is told of every one that begins.
 */
export function keepStoppedCalculations({ injector, lib }: Engine, commands: Commands): void {
  const trigger = injector.get(lib.TriggerCalculationController) as unknown as Trigger;
  commands.before(({ id, params }) => {
    const begun = params as Dirty;
    if (id === ID.calculate && begun.dirtyRanges !== trigger._executingDirtyData.dirtyRanges) trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, begun);
  });
}
