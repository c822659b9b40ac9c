import "../browserGlobals";
import "@testing-library/react/dont-cleanup-after-each";
import { FluentProvider } from "@fluentui/react-components";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { namedFunctions } from "../../../src/journal/names";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { NamesCard } from "../../../src/taskpane/screens/settings/NamesCard";
import { lightTheme } from "../../../src/taskpane/theme";
import { type TestExcel, openExcel } from "../../workbook/journalInNode";
import { leavePane } from "../paneOverExcel";

jest.setTimeout(30_000);

/** Over Microsoft's office.js and a workbook that calculates nothing: an Excel without LAMBDA. That the names come, and work, is tested in Chromium. */
let excel: TestExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => leavePane(excel));

function Names({ readOnly = false }: { readOnly?: boolean }) {
  const action = useAction(() => Promise.resolve());
  return (
    <FluentProvider theme={lightTheme}>
      <NamesCard action={action} readOnly={readOnly} />
      <p>{action.outcome?.kind === "done" ? action.outcome.done.words : action.outcome?.kind === "refused" ? action.outcome.words : ""}</p>
    </FluentProvider>
  );
}

const all = namedFunctions();
const give = (names: readonly string[], comment: string) =>
  excel.Excel.run(async (context) => {
    for (const name of names) context.workbook.names.add(name, "=LAMBDA(x,x)", comment);
    await context.sync();
  });
const state = () => screen.getByRole("status").textContent;

test("a workbook without them says so, and an Excel that cannot have them refuses in words", async () => {
  render(<Names />);
  expect(state()).toBe("Looking at this workbook's names…");
  await waitFor(() => expect(state()).toBe("This workbook has none of them."));
  await userEvent.click(screen.getByRole("button", { name: "Add the functions as names" }));
  expect(await screen.findByText(/^This Excel is too old for functions as names/)).toBeTruthy();
  expect(state()).toBe("This workbook has none of them.");
});

test("some that are there, and one that is something else: they are counted, and taken away", async () => {
  await give(["CSP_BREAKEVEN", "CSP_YIELD"], "Wheel Journal: from before");
  await give(["CC_IF_CALLED"], "mine");
  render(<Names />);
  await waitFor(() => expect(state()).toBe(`2 of ${all.length} are in this workbook. CC_IF_CALLED is something else here and stays.`));
  await userEvent.click(screen.getByRole("button", { name: "Take them away" }));
  expect(await screen.findByText("Took 2 names away. Cells that use them show #NAME? now.")).toBeTruthy();
  await waitFor(() => expect(state()).toBe("This workbook has none of them. CC_IF_CALLED is something else here and stays."));
  expect(excel.grid.names().map(({ name }) => name)).toEqual(["CC_IF_CALLED"]);
});

test("all of them", async () => {
  await give(all.map(({ name }) => name), "Wheel Journal: from before");
  render(<Names readOnly />);
  await waitFor(() => expect(state()).toBe(`All ${all.length} are in this workbook.`));
  expect(screen.getAllByRole("button").map((one) => [one.textContent, one.getAttribute("aria-disabled")])).toEqual([["Bring them up to date", "true"], ["Take them away", "true"]]);
});

test("names that cannot be read: why", async () => {
  excel.faults.refuse(1, "AccessDenied");
  render(<Names />);
  await waitFor(() => expect(state()).toContain("protected"));
  expect(screen.queryByRole("button")).toBeNull();
});
