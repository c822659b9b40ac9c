import { FluentProvider } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ChartFrame } from "../../../src/taskpane/parts/ChartFrame";
import { lightTheme } from "../../../src/taskpane/theme";
import { axeFinds } from "../axe";

/** The connection: gone until it is there. */
const net = { there: false };
jest.mock("../../../src/taskpane/parts/charts", () => {
  if (!(globalThis as unknown as { net: typeof net }).net.there) throw new Error("Loading chunk charts failed.");
  return jest.requireActual<object>("../../../src/taskpane/parts/charts");
});
Object.assign(globalThis, { net });

test("charts that cannot be fetched: the same in words, and another try", async () => {
  const user = userEvent.setup();
  const payoff = { strike: 50, breakeven: 49, most: 100, at: (price: number) => (Math.min(price, 50) - 49) * 100 };
  render(
    <FluentProvider theme={lightTheme}>
      <ChartFrame caption="At the expiration, in $" words="100.00 at 50 or above" draw={({ PayoffChart }) => <PayoffChart payoff={payoff} price={null} />} />
    </FluentProvider>,
  );
  expect(await screen.findByText("100.00 at 50 or above")).toBeTruthy();
  expect(screen.queryByRole("img")).toBeNull();
  expect(await axeFinds()).toEqual([]);
  const again = screen.getByRole("button", { name: "Try to draw it again" });
  await user.click(again);
  expect(await screen.findByRole("button", { name: "Try to draw it again" })).toBeTruthy();
  net.there = true;
  await user.click(screen.getByRole("button", { name: "Try to draw it again" }));
  expect(await screen.findByRole("img", { name: /^At the expiration: 100\.00 with the stock at 50 or above/ })).toBeTruthy();
  expect(screen.queryByText("100.00 at 50 or above")).toBeNull();
});
