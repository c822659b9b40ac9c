import { type OfficeInJsdom, officeInJsdom } from "../../../workbench/harness/jsdom";

/** A workbook with a text and a function of ours, whose file comes by Microsoft's own office.js over the protocol of Excel on the web. `leave` takes it away again. */
export async function openWithFile(): Promise<{ readonly office: OfficeInJsdom; readonly leave: () => void }> {
  const office = await officeInJsdom();
  const { Office, Excel } = office.window;
  Object.assign(globalThis, { Office, Excel });
  const { grid } = office.workbook;
  grid.write(grid.activeSheet(), { row: 0, column: 0, rows: 1, columns: 2 }, [[{ value: "text" }, { formula: "=WHEEL.CSP_BREAKEVEN(50,1.25)" }]]);
  return {
    office,
    leave() {
      for (const name of ["Office", "Excel"]) Reflect.deleteProperty(globalThis, name);
      office.close();
    },
  };
}
