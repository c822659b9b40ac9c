import { palette } from "../../palette";
import { FORMAT, type TablePlan } from "../../schema";
import { isNoCriterion } from "../criteria";
import { native, value } from "./columns";
import { CHANGED, LOG_NOW, LOG_THEN } from "./strip";

/**
 * The conservation law in both views, live against the log: cash = realised + open options + open shares. The columns of values are the books', as rebuilt; Cash now
 * is asked of the log by the sheet itself.
 */
export const audit: TablePlan = {
  name: "Audit",
  columns: [
    value("Account", 84, FORMAT.plain, "As in the log; a blank account is Main. The last row is the total of all."),
    value("Ticker", 60, FORMAT.plain, "The stock; blank for cash that belongs to none."),
    value("Cash", 96, FORMAT.money, "Cash of all rows that are booked, deposits and withdrawals aside."),
    value("Realised", 96, FORMAT.money, "Income view: closed, expired, assigned, sold; dividends, interest, fees. Premium of assigned contracts counts on the day of assignment."),
    value("Open options", 96, FORMAT.money, "Credits of sold options that are open, less what bought ones cost."),
    value("Open shares", 96, FORMAT.money, "Minus the strike cost of the shares held."),
    value("Difference", 84, FORMAT.money, "Cash − realised − open options − open shares. Must be zero, to a hundredth of a cent."),
    value("Ok", 48, FORMAT.plain, "TRUE when the difference is zero."),
    value("Tax realised", 100, FORMAT.money, "Tax view: premium of assigned contracts counts when the shares are sold."),
    value("Tax open shares", 112, FORMAT.money, "Minus the tax basis of the shares held."),
    value("Tax difference", 108, FORMAT.money, "Cash − tax realised − open options − tax open shares. Must be zero."),
    value("Not booked", 92, FORMAT.money, "What keeps this line from adding up by itself: cash of rows that cannot be booked, and of names typed with blanks around them, which are booked but which Cash now does not find. See Problems."),
    native("Cash now", 96, FORMAT.money, "What the Cash column of the log adds up to now, deposits and withdrawals aside: this sheet asks the log by itself, the add-in has no part in it.", cashNow),
    native("State", 246, FORMAT.plain, "Right: the log's cash now, less what is not booked, is what the books explain, in both views, and the log is the one that was booked.", state),
  ],
  rows: [],
  highlights: [
    { columns: ["State"], formula: (ref) => `=${ref("State")}="Right"`, fontColor: palette.gain, bold: true },
    { columns: ["State"], formula: (ref) => `=AND(LEN(${ref("State")})>0,${ref("State")}<>"Right")`, fill: palette.lossGround, fontColor: palette.loss, bold: true },
  ],
  key: ["Account", "Ticker"],
};

type Cell = (header: string) => string;

/** Rows of the log with this account (a blank one is Main) and ticker; for the row Total all of them. */
function cashNow(cell: Cell): string {
  const aside = `Trades[Action],"<>Deposit",Trades[Action],"<>Withdrawal"`;
  const line = (account: string): string => `SUMIFS(Trades[Cash],Trades[Account],${account},Trades[Ticker],"="&${cell("Ticker")},${aside})`;
  const quick = `${line(`"="&${cell("Account")}`)}+IF(${cell("Account")}="Main",${line(`"="`)},0)`;
  const one = `IF(OR(${isNoCriterion(cell("Account"))},${isNoCriterion(cell("Ticker"))}),${letterByLetter(cell)},${quick})`;
  return `IF(LEN(${cell("Account")})=0,"",ROUND(IF(AND(${cell("Account")}="${TOTAL}",LEN(${cell("Ticker")})=0),SUMIFS(Trades[Cash],${aside}),${one}),4))`;
}

/** The same sum without criteria, in which a name means nothing but itself; slower in a long log. */
function letterByLetter(cell: Cell): string {
  const same = (header: string): string => `EXACT(UPPER(Trades[${header}]),UPPER(${cell(header)}))`;
  const account = `${same("Account")}+(${cell("Account")}="Main")*(LEN(Trades[Account])=0)`;
  const others = ["Deposit", "Withdrawal"].map((action) => `(Trades[Action]<>"${action}")`);
  return `SUMPRODUCT((${account})*${same("Ticker")}*${others.join("*")},Trades[Cash])`;
}

function state(cell: Cell): string {
  const wrong = `ABS(${cell("Difference")})+ABS(${cell("Tax difference")})`;
  const moved = `ROUND(${cell("Cash now")}-${cell("Not booked")}-${cell("Cash")},4)`;
  const words = `IF(${wrong}>0,"Wrong by "&${wrong},IF(${LOG_THEN}<>${LOG_NOW},"${CHANGED}",IF(${moved}<>0,"Wrong by "&${moved},"Right")))`;
  return `IF(LEN(${cell("Account")})=0,"",${words})`;
}

/** The account of the row that holds the sum of all. */
export const TOTAL = "Total";
