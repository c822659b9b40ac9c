import "../browserGlobals";
import { FluentProvider } from "@fluentui/react-components";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Journal } from "../../../src/actions";
import { useAction } from "../../../src/taskpane/hooks/useAction";
import { SettingsScreen } from "../../../src/taskpane/screens/settings/SettingsScreen";
import { lightTheme } from "../../../src/taskpane/theme";
import { excelInNode } from "../../../workbench/harness/inNode";
import { axeFinds } from "../axe";
import { journalOf } from "../journalOf";

jest.setTimeout(30_000);

let uninstall: () => void;
beforeEach(async () => {
  uninstall = (await excelInNode()).install();
});
afterEach(() => {
  cleanup();
  uninstall();
});

/** With the names of the workbook read. */
async function shown(journal: Journal | null): Promise<void> {
  render(<Settings journal={journal} />);
  await screen.findByText("This workbook has none of them.", {}, { timeout: 10_000 });
}

function Settings({ journal }: { journal: Journal | null }) {
  const action = useAction(() => Promise.resolve());
  return (
    <FluentProvider theme={lightTheme}>
      <SettingsScreen journal={journal} action={action} said={null} onShow={() => undefined} onOpen={() => undefined} />
    </FluentProvider>
  );
}

const example = () => screen.getByRole("region", { name: "The same trade, so quoted" }).textContent;
const apply = () => screen.getByRole("button", { name: "Use this convention" });

test("the example follows what is chosen: one trade, several answers", async () => {
  const user = userEvent.setup();
  await shown(journalOf([]));
  // 0.95 / 50 × 365 / 45
  expect(example()).toContain("15.41%");
  await user.click(screen.getByRole("radio", { name: "Net" }));
  // 0.95 / 49.05 × 365 / 45
  expect(example()).toContain("15.71%");
  expect(example()).toContain("Now 15.41% (365, strike)");
  fireEvent.change(screen.getByLabelText("Day count"), { target: { value: "360" } });
  // 0.95 / 49.05 × 360 / 45
  expect(example()).toContain("15.49%");
  await user.click(screen.getByRole("radio", { name: "Compound" }));
  // (1 + 0.95 / 49.05) ^ 8 − 1
  expect(example()).toContain("16.59%");
  expect(example()).toContain("360, net, compound");
  expect(await axeFinds()).toEqual([]);
});

test("there is nothing to press until something else is chosen", async () => {
  const user = userEvent.setup();
  await shown(journalOf([]));
  expect(apply().getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("radio", { name: "Net" }));
  expect(apply().getAttribute("aria-disabled")).not.toBe("true");
});

test("it starts from the workbook's own convention", async () => {
  await shown(journalOf([], { convention: { base: "net", daycount: 252, compound: true } }));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Net" }).checked).toBe(true);
  expect(screen.getByLabelText<HTMLSelectElement>("Day count").value).toBe("252");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Compound" }).checked).toBe(true);
});
