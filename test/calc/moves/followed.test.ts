import { type Trade, moves } from "../../../src/calc";
import { option } from "../ledger/books";
import { dayNumber } from "../ledger/chains";

const planned: moves.PlannedPut = { date: dayNumber("2026-03-02"), account: "Main", ticker: "WDGT", strike: 50, expiry: dayNumber("2026-04-17") };
const put = (date: string, action: Trade["action"], more: Partial<Trade> = {}): Trade => ({ ...option(date, action, "Put", { ticker: "WDGT", strike: 50, expiry: "2026-04-17", price: 1 }), ...more });
const after = (...trades: readonly Trade[]) => moves.followed(trades.map((trade, at) => ({ trade, row: at + 2 })), planned);

test("nothing sold is nothing done", () => {
  expect(after()).toEqual({ sold: 0, price: null, expired: 0, assigned: 0, boughtBack: 0, open: 0, instead: null });
});

test("what was sold since the plan counts, at its average price, with what became of it", () => {
  expect(after(put("2026-03-02", "Sell to open", { quantity: 1, price: 0.9 }), put("2026-03-04", "Sell to open", { quantity: 3, price: 1.1 }), put("2026-03-20", "Buy to close", { quantity: 1, price: 0.3 }), put("2026-04-17", "Assigned", { quantity: 2, price: null }))).toEqual({
    sold: 4, price: expect.closeTo(1.05, 12) as number, expired: 0, assigned: 2, boughtBack: 1, open: 1, instead: null,
  });
});

test("a sale before the plan, in another account or of another stock is not its doing", () => {
  expect(after(put("2026-03-01", "Sell to open"), put("2026-03-03", "Sell to open", { account: "IRA" }), put("2026-03-03", "Sell to open", { ticker: "KO" }))).toMatchObject({ sold: 0, instead: null });
});

test("another put of the stock is what was sold instead: the first one, while the planned one was alive", () => {
  const late = put("2026-04-20", "Sell to open", { strike: 45, expiry: dayNumber("2026-05-15") });
  const other = put("2026-03-05", "Sell to open", { strike: 47.5, price: 0.6 });
  expect(after(late, put("2026-03-09", "Sell to open", { strike: 45 }), other).instead).toMatchObject({ strike: 47.5, price: 0.6, date: dayNumber("2026-03-05") });
  expect(after(late).instead).toBeNull();
  expect(after(other, put("2026-03-10", "Sell to open")).instead).toBeNull();
});
