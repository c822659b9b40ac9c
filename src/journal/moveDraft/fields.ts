import type { Field } from "../form";
import type { MoveField, MoveKind, MoveOn } from "./draft";

/** The fields of a move, in the order in which one types them. */
export function moveFields(kind: MoveKind, { holding, contract }: MoveOn): readonly Field<MoveField>[] {
  const long = contract?.side === "long";
  const type = contract?.type.toLowerCase() ?? "call";
  const contracts = number("quantity", "Contracts", contract ? { hint: `of ${contract.contracts} open` } : { hint: `${holding.shares?.free ?? 0} shares free` });
  const date: Field<MoveField> = { name: "date", label: "Date", input: "date", required: true };
  switch (kind) {
    case "close":
      return [contracts, number("price", long ? "Sold at" : "Buy-back", SHARE), FEES, date];
    case "expire":
      return [contracts, date];
    case "assign":
      return [contracts, date, FEES];
    case "roll":
      return [
        contracts, date,
        number("price", "Buy-back", SHARE), { ...FEES, label: "Its fees" },
        number("strike", "New strike", { unit: "$" }), { name: "expiry", label: "New expiry", input: "date", required: true },
        number("newPrice", `New ${type}`, SHARE), { ...FEES, name: "newFees", label: "Its fees" },
      ];
    case "sellShares":
      return [number("quantity", "Shares", { hint: `of ${holding.shares?.shares ?? 0} held` }), number("price", "Price", SHARE), FEES, date];
    case "sellCall":
      return [contracts, number("strike", "Strike", { unit: "$" }), { name: "expiry", label: "Expiry", input: "date", required: true }, number("price", "Premium", SHARE), FEES, date];
  }
}

function number(name: MoveField, label: string, rest: Partial<Field<MoveField>> = {}): Field<MoveField> {
  return { name, label, input: "number", required: true, ...rest };
}
const SHARE = { unit: "$ a share" } as const;
const FEES: Field<MoveField> = { name: "fees", label: "Fees", input: "number", required: false, unit: "$ in all" };
