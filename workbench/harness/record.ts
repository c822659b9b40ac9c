import type { Grid } from "../grid/grid";
import type { Workbook } from "../model/workbook";

const CHANGES = new Set<PropertyKey>([
  "addSheet", "deleteSheet", "renameSheet", "moveSheet", "hideSheet", "setTabColor", "setGridlines", "freeze", "setColumnWidth", "setRowHeight", "hideColumns", "insertRows", "deleteRows", "insertColumns", "deleteColumns",
  "write", "style", "clearStyle", "setValidation", "addConditionalFormat", "removeConditionalFormat", "setConditionalFormat", "moveConditionalFormat", "addChart", "setChart", "removeChart",
  "addTable", "removeTable", "renameTable", "setTableRect", "setTableLook", "addName", "removeName",
] satisfies (keyof Grid)[]);

/** The same grid, with every change of the workbook written down ("write sheet1 …"): a second lay-out must leave the list empty. */
export function recordChanges(grid: Grid): { grid: Grid; changes: string[] } {
  const changes: string[] = [];
  const recorded = new Proxy(grid, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== "function") return member;
      if (!CHANGES.has(key)) return member.bind(target) as unknown;
      return (...values: unknown[]) => {
        changes.push(`${String(key)} ${values.map((value) => JSON.stringify(value)).join(" ")}`.slice(0, 300));
        return (member as (...values: unknown[]) => unknown).apply(target, values);
      };
    },
  });
  return { grid: recorded, changes };
}

export function recordState(workbook: Workbook, changes: string[]): void {
  workbook.onChange((what) => changes.push(what));
}
