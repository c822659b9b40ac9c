import { book, moves } from "../../src/calc";
import { type MoveKind, emptyEnding, emptyMove, moveFields, readEnding, readMove } from "../../src/journal/moveDraft";
import { option, shares } from "../calc/ledger/books";
import { dayNumber } from "../calc/ledger/chains";

const put = option("2026-01-05", "Sell to open", "Put", { quantity: 2, strike: 50, expiry: "2026-02-20", price: 1.2, fees: 1.3, multiplier: 100 });
const long = option("2026-01-05", "Buy to open", "Call", { strike: 60, expiry: "2026-02-20", price: 1 });
const [holding] = moves.holdings(book([put, long, shares("2026-01-05", "Buy", 250, 50)].map((trade, row) => ({ trade, row }))));
const [onPut, onCall] = ["Put", "Call"].map((type) => ({ holding: holding!, contract: holding!.options.find((one) => one.type === type)! }));
const onShares = { holding: holding!, contract: null };
const today = dayNumber("2026-02-02");
const names = (kind: MoveKind, on = onPut!) => moveFields(kind, on).map(({ name }) => name);

test("each move asks for what its rows need, and for nothing that is known", () => {
  expect(names("close")).toEqual(["quantity", "price", "fees", "date"]);
  expect(names("expire")).toEqual(["quantity", "date"]);
  expect(names("assign")).toEqual(["quantity", "date", "fees"]);
  expect(names("roll")).toEqual(["quantity", "date", "price", "fees", "strike", "expiry", "newPrice", "newFees"]);
  expect(moveFields("sellShares", onShares).map(({ label }) => label)).toEqual(["Shares", "Price", "Fees", "Date"]);
  expect(moveFields("sellCall", onShares).map(({ label }) => label)).toEqual(["Contracts", "Strike", "Expiry", "Premium", "Fees", "Date"]);
});

test("taken for granted: all of it, today; what ends by itself on its expiry once that has passed; a roll at the same strike", () => {
  expect(emptyMove("close", onPut!, today)).toMatchObject({ quantity: "2", date: "2026-02-02", price: "" });
  expect(emptyMove("assign", onPut!, today).date).toBe("2026-02-02");
  expect(emptyMove("expire", onPut!, dayNumber("2026-03-01")).date).toBe("2026-02-20");
  expect(emptyMove("roll", onPut!, today)).toMatchObject({ strike: "50", expiry: "" });
  expect(emptyMove("sellCall", onShares, today).quantity).toBe("2");
  expect(emptyMove("sellShares", onShares, today).quantity).toBe("250");
});

test("a roll is two rows, each with its own fees", () => {
  const { rows, problems } = readMove("roll", onPut!, { ...emptyMove("roll", onPut!, today), price: "2.10", fees: "1.30", strike: "48", expiry: "2026-03-20", newPrice: "2.35", newFees: "1.31" });
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([
    { action: "Buy to close", strike: 50, expiry: put.expiry, price: 2.1, fees: 1.3, quantity: 2 },
    { action: "Sell to open", strike: 48, expiry: dayNumber("2026-03-20"), price: 2.35, fees: 1.31, quantity: 2 },
  ]);
});

test("bought options are sold and exercised", () => {
  expect(readMove("close", onCall!, { ...emptyMove("close", onCall!, today), price: "2" }).rows![0]!.action).toBe("Sell to close");
  expect(readMove("assign", onCall!, emptyMove("assign", onCall!, today)).rows![0]!.action).toBe("Exercised");
});

test("problems stand under the fields as they are called here, each once, and of the right leg", () => {
  const typed = { ...emptyMove("roll", onPut!, today), quantity: "1,5", price: "-1", newPrice: "x", expiry: "2026-01-30" };
  const { rows, problems } = readMove("roll", onPut!, typed);
  expect(rows).toBeNull();
  expect(problems).toEqual([
    { field: "quantity", words: "Contracts must have a point before its decimals: 1.5" },
    { field: "newPrice", words: "New put must be a number" },
    { field: "price", words: "Buy-back must not be below zero: the action says which way it goes" },
    { field: "expiry", words: "New expiry must not be before the date" },
  ]);
  expect(readMove("close", onPut!, { ...emptyMove("close", onPut!, today), quantity: "1.5", price: "1", date: "" }).problems).toEqual([
    { field: "date", words: "Type the date" },
    { field: "quantity", words: "Contracts must be a whole number of contracts" },
  ]);
});

test("what is odd is a warning and does not block", () => {
  const { rows, warnings } = readMove("expire", onPut!, emptyMove("expire", onPut!, today));
  expect(rows).toHaveLength(1);
  expect(warnings).toEqual([{ field: "date", words: "This is before the expiry" }]);
});

describe("what became of an option", () => {
  const { contract } = onPut!;
  const answer = emptyEnding(contract);

  test("left for later it has no rows and no problem", () => {
    expect(readEnding(contract, answer)).toEqual({ rows: [], problems: [] });
  });

  test.each([["0"], ["3"], ["1.5"], [""], ["two"]])("%p assigned of two is asked again", (contracts) => {
    expect(readEnding(contract, { ...answer, how: "assigned", contracts }).problems).toEqual([{ field: "contracts", words: "Type how many of the 2 were assigned" }]);
  });

  test("a close has a price and a day between opening and expiry", () => {
    const closed = { ...answer, how: "closed" } as const;
    expect(readEnding(contract, closed).problems).toMatchObject([{ field: "price" }]);
    expect(readEnding(contract, { ...closed, price: "-1" }).problems).toMatchObject([{ field: "price" }]);
    expect(readEnding(contract, { ...closed, price: "1", fees: "x" }).problems).toMatchObject([{ field: "fees" }]);
    for (const date of ["", "2026-01-02", "2026-02-23"]) expect(readEnding(contract, { ...closed, price: "1", date }).problems).toMatchObject([{ field: "date" }]);
    expect(readEnding(contract, { ...closed, price: "0.05", fees: "1.30" }).rows).toMatchObject([{ action: "Buy to close", date: put.expiry, price: 0.05, fees: 1.3 }]);
  });
});
