import { palette } from "../../palette";
import { FORMAT, type ColumnPlan, type TablePlan } from "../../schema";
import { isNoCriterion, sumWhere } from "../criteria";
import { native, number, value } from "../reports/columns";
import { CASH, OR_DASH } from "./figures";

/** What each account would need if all its sold puts were assigned at once: docs/spec/portfolio.md §4. */
export const allAssigned: TablePlan = {
  name: "Assigned",
  heading: "All puts assigned at once, against the cash of each account",
  columns: [
    value("Account", 84, FORMAT.plain, "As in the log; a blank account is Main."),
    number("Puts", 84, "Contracts of sold puts that are open."),
    value("Cash needed", 84, OR_DASH, "Their collateral: what the shares would cost."),
    typedCash(),
    native("Cash", 84, FORMAT.signed, "What you typed; else, with one account alone, the Cash of the page; else what the log adds up to, where a Deposit is logged in this account.", (cell) => known(cell, cash(cell))),
    native("Left", 84, FORMAT.signed, "Cash − cash needed.", (cell) => known(cell, `IF(ISNUMBER(${cell("Cash")}),${cell("Cash")}-${cell("Cash needed")},"")`)),
    native("Used", 84, "0.0%", "Cash needed ÷ cash.", (cell) => known(cell, `IF(N(${cell("Cash")})>0,${cell("Cash needed")}/${cell("Cash")},"")`)),
    value("Largest", 84, FORMAT.plain, "The ticker that needs most of it."),
    native("State", 206, FORMAT.plain, "Covered, or by how much the cash is short. It is the worst case for cash, not for money: the shares are then there.", (cell) =>
      known(cell, `IF(ISNUMBER(${cell("Left")}),IF(${cell("Left")}<-0.005,"Short of cash by "&FIXED(-${cell("Left")},2),"Covered"),"No cash given for this account")`)),
  ],
  rows: [],
  highlights: [
    { columns: ["State"], formula: (ref) => `=LEFT(${ref("State")},5)="Short"`, fontColor: palette.loss, bold: true },
    { columns: ["State"], formula: (ref) => `=${ref("State")}="Covered"`, fontColor: palette.gain },
    { columns: ["State"], formula: (ref) => `=LEFT(${ref("State")},7)="No cash"`, fontColor: palette.warn },
  ],
  key: ["Account"],
};

/** Who logs no deposits types what lies in an account. */
function typedCash(): ColumnPlan {
  return { header: "Cash typed", kind: "typed", width: 84, numberFormat: FORMAT.signed, align: "right", note: "Type the cash of the account, collateral included, where it is not the log's. It stays with its account." };
}

type Cell = (header: string) => string;
const known = (cell: Cell, formula: string): string => `IF(LEN(${cell("Account")})=0,"",${formula})`;

function cash(cell: Cell): string {
  const alone = `SUMPRODUCT((LEN([Account])>0)*1)=1`;
  return `IF(ISNUMBER(${cell("Cash typed")}),${cell("Cash typed")},IF(${alone},IF(N(${CASH})=0,"",${CASH}),IF(${deposits(cell)}>0,${cashInLog(cell)},"")))`;
}

/** Of the rows of this account; those without one are Main's. Criteria are quick in a long log; a name that they would not take for itself is compared row by row. */
function inLog(cell: Cell, quick: (account: string) => string, slow: string): string {
  return `(IF(OR(${isNoCriterion(cell("Account"))}),${slow},${quick(`"="&${cell("Account")}`)})+IF(${cell("Account")}="Main",${quick(`"="`)},0))`;
}
const deposits = (cell: Cell): string => inLog(cell, (account) => `COUNTIFS(Trades[Action],"Deposit",Trades[Account],${account})`, `SUMPRODUCT((Trades[Account]=${cell("Account")})*(Trades[Action]="Deposit"))`);
const cashInLog = (cell: Cell): string => inLog(cell, (account) => `SUMIFS(Trades[Cash],Trades[Account],${account})`, sumWhere("Trades[Cash]", ["Trades[Account]", cell("Account")]));
