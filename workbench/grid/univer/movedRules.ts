import type { ICommandInfo, IMutationInfo } from "@univerjs/core";
import type { Lib } from "../../engine/lib";
import { ID } from "./commands";

interface Interceptor {
  rulesLeft?: true;
  onCommandExecute(command: ICommandInfo): Record<"preUndos" | "undos" | "preRedos" | "redos", IMutationInfo<{ subUnitId?: string }>[]>;
}

/**
 * When cells are cut and pasted to another sheet, their validations are moved twice by Univer: by the clipboard, rightly, and as if they had
 * moved within their sheet, which leaves them at places where nothing is and fails for those that the clipboard has taken away. The second is left out.
 */
export function moveRulesOnce({ SheetInterceptorService }: Lib): void {
  const prototype = SheetInterceptorService.prototype as unknown as Interceptor;
  if (prototype.rulesLeft) return;
  prototype.rulesLeft = true;
  const { onCommandExecute } = prototype;
  prototype.onCommandExecute = function (command) {
    const all = onCommandExecute.call(this, command);
    const { fromSubUnitId, toSubUnitId } = (command.params ?? {}) as { fromSubUnitId?: string; toSubUnitId?: string };
    if (command.id !== ID.moveCells || !toSubUnitId || toSubUnitId === fromSubUnitId) return all;
    const rest = (mutations: IMutationInfo<{ subUnitId?: string }>[]) => mutations.filter(({ id }) => !id.startsWith("data-validation.mutation."));
    return { preUndos: rest(all.preUndos), undos: rest(all.undos), preRedos: rest(all.preRedos), redos: rest(all.redos) };
  };
}
