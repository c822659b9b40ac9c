import { LONG, type Workbench } from "./browser";

/** Fills the pane's form "Log a trade", field by field, and logs it; resolves when the pane says that it is done, and the reports are built. */
export async function logTrade({ pane, quiet }: Workbench, { action = "Sell to open", type = "Put", ...fields }: Readonly<Partial<Record<string, string>>>): Promise<void> {
  const open = pane.locator("fieldset:not([disabled])");
  await pane.getByRole("navigation").getByRole("button", { name: "Log a trade" }).click();
  await open.waitFor();
  await pane.locator("[name=action]").selectOption(action);
  const choice = pane.getByRole("radio", { name: type, exact: true });
  if ((await choice.count()) > 0) await choice.check();
  for (const [name, text] of Object.entries(fields)) await pane.locator(`input[name=${name}]:not([type=radio])`).fill(text ?? "");
  await pane.locator("footer button").last().click();
  await open.waitFor(); // nothing can be typed while it is written
  await pane.getByText(`Logged: ${action} `).waitFor();
  await quiet();
}

/** Asks until the answer is as it should be, for as long as a busy machine may need; answers the last one. */
export async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  let answer = await ask();
  for (const end = Date.now() + LONG; !isRight(answer) && Date.now() < end; answer = await ask()) await new Promise((resolve) => setTimeout(resolve, 40));
  return answer;
}
