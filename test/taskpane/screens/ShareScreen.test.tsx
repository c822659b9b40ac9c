import "../browserGlobals";
import { FluentProvider } from "@fluentui/react-components";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { FunctionsCard } from "../../../src/taskpane/screens/share/screen/FunctionsCard";
import { TravelsCard } from "../../../src/taskpane/screens/share/screen/TravelsCard";
import { travellers } from "../../../src/taskpane/screens/share/screen/shareWords";
import { ShareScreen } from "../../../src/taskpane/screens/share/ShareScreen";
import { lightTheme } from "../../../src/taskpane/theme";
import { excelInNode } from "../../../workbench/harness/inNode";
import { axeFinds } from "../axe";
import { journalOf } from "../journalOf";

jest.setTimeout(30_000);
afterEach(cleanup);
/** The code of the screen is read first. */
const SLOWLY = { timeout: 20_000 };

const EMPTY = { cells: [], elsewhere: [], hidden: [], notes: { count: 0, first: null }, comments: { count: 0, first: null }, accounts: [], links: [], people: [] } as const;
const cell = (row: number) => ({ sheet: "Mine", address: `Mine!C${row}`, formula: `=WHEEL.CSP_BREAKEVEN(A${row},B${row})`, becomes: { kind: "native", formula: "=1" } as const });
const shown = (element: React.ReactElement) => render(<FluentProvider theme={lightTheme}>{element}</FluentProvider>);

test("each function is named with its cell, which can be shown, and with what becomes of it; many fold up", async () => {
  const seen: string[] = [];
  const cells = [...Array.from({ length: 6 }, (_, row) => cell(row + 1)), { ...cell(7), becomes: { kind: "value", why: "it asks for random numbers" } as const }];
  const elsewhere = [{ where: "the name Chance", formula: "=WHEEL.CSP_POP(1)", becomes: { kind: "value", why: "no formula" } as const }];
  shown(<FunctionsCard cells={cells} elsewhere={elsewhere} onShow={(address) => seen.push(address)} />);
  expect(screen.getByText(/8 formulas would show/)).toBeTruthy();
  const items = () => within(screen.getByRole("list", { name: "Where they are" })).getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(items()).toHaveLength(5);
  await userEvent.click(screen.getByRole("button", { name: "Show all 8" }));
  expect(items().slice(-2)).toEqual(["Mine!C7 =WHEEL.CSP_BREAKEVEN(A7,B7)becomes a value: it asks for random numbers", "the name Chance =WHEEL.CSP_POP(1)becomes a value: no formula"]);
  await userEvent.click(screen.getByRole("button", { name: "Mine!C3" }));
  expect(seen).toEqual(["Mine!C3"]);
  expect(await axeFinds()).toEqual([]);
});

test("what else travels with the file is said in plain words, the deep things too", async () => {
  const found = travellers({ ...EMPTY, hidden: [{ sheet: "Old", very: false }, { sheet: "Deep", very: true }], notes: { count: 1, first: "Trades!L5" }, comments: { count: 2, first: "Mine!A1" }, accounts: ["a", "b", "c", "d", "e", "f"], links: ["C:/x.xlsx"], people: ["Mary"] }, true);
  expect(found.map(({ label, words }) => [label, words])).toEqual([
    ["Reports", "out of date: the log has changed since. Press Refresh on the Journal screen first"], ["Accounts", "a, b, c, d, e and 1 more"], ["Notes", "1 cell with words of your own"], ["Comments", "2 cells with comments or notes"], ["Made by", "Mary"],
    ["Hidden sheets", "Old: anybody can unhide them"], ["Deeply hidden sheets", "Deep: programs can read them"], ["Links to other files", "C:/x.xlsx"],
  ]);
  shown(<TravelsCard found={found} onShow={() => undefined} />);
  expect(screen.getByRole("button", { name: "Show the first of Notes" })).toBeTruthy();
  expect(await axeFinds()).toEqual([]);
});

test("an Excel that does not hand over the file is told, and functions can still be turned into formulas in place", async () => {
  // this Excel has no getFileAsync at all, as Excel on an iPad
  const excel = await excelInNode();
  const uninstall = excel.install();
  const { grid } = excel;
  grid.write(grid.activeSheet(), { row: 0, column: 0, rows: 1, columns: 1 }, [[{ formula: "=WHEEL.CSP_BREAKEVEN(50,1.25)" }]]);
  function Shared() {
    const action = useAction(() => Promise.resolve());
    return <ShareScreen journal={journalOf([])} action={action} said={<p>{action.outcome?.kind === "done" ? action.outcome.done.words : ""}</p>} onShow={() => undefined} onOpen={() => undefined} />;
  }
  shown(<Shared />);
  await screen.findByText("The workbook could not be looked through", {}, SLOWLY);
  expect((screen.getByRole("button", { name: "Make a copy to send" }) as HTMLButtonElement).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "Turn functions into formulas" }));
  await screen.findByText("Turned 1 function into a formula, in this workbook.", {}, SLOWLY);
  expect(grid.read(grid.activeSheet(), { row: 0, column: 0, rows: 1, columns: 1 })[0]![0]!.formula).toBe("=50-1.25");
  await userEvent.click(await screen.findByRole("button", { name: "Turn the functions back" }, SLOWLY));
  await screen.findByText("Turned 1 function back.", {}, SLOWLY);
  expect(grid.read(grid.activeSheet(), { row: 0, column: 0, rows: 1, columns: 1 })[0]![0]!.formula).toBe("=WHEEL.CSP_BREAKEVEN(50,1.25)");
  expect(await axeFinds()).toEqual([]);
  cleanup();
  uninstall();
});
