import { makeStyles } from "@fluentui/react-components";
import { portfolio } from "../../../../calc";
import { figure, money, plain, shortDay } from "../../../figures";
import { Card } from "../../../parts/Card";
import { type Line, Lines } from "../../../parts/Lines";
import { Table, type TableRow } from "../../../parts/Table";
import { paneTokens } from "../../../theme";
import { Question, Small } from "../../guide/steps/Question";
import { Honest } from "./Honest";
import type { ViewProps } from "./viewProps";
import { dateWords } from "./words";

/** The ladder of expirations with its empty weeks, and where the next put fits. docs/spec/portfolio.md §3. */
export function DatesView({ books, today, limits, rungs }: ViewProps & { readonly rungs: readonly portfolio.Rung[] }) {
  const rows = portfolio.ladder(books, { asOf: today, weeks: weeksOf(books, today) });
  const most = Math.max(1, ...rows.map(({ collateral }) => collateral));
  return (
    <>
      <Question title="When does cash come free?">Sold puts by the week in which they expire. Empty weeks are what one looks for.</Question>
      <Card title="Expirations by week">
        <Table caption="Expirations by week" headers={["Week of", "Puts", "Collateral", "Freed by then"]} rows={rows.map((row) => weekRow(row, most))} />
      </Card>
      <Card title="Where the next put fits">
        {rungs.length > 0 ? <Lines lines={rungs.slice(0, OFFERED).map(rungLine)} /> : <Small>{limits.days === null ? "Days from and Days to of your Settings leave no day." : "No weekly expiration lies within your days: move Days from or Days to in Settings."}</Small>}
        <Small>{limits.days && `Weekly expirations ${plain(limits.days.from)} to ${plain(limits.days.to)} days away, the emptiest week first: Fridays, and the trading day before where one is a holiday. `}The button below takes the first one into a plan.</Small>
      </Card>
      <Honest title="What staggering does" does={DOES} doesNot={DOES_NOT} />
    </>
  );
}
const OFFERED = 3;

const DOES = ["cash comes free in many weeks instead of one, and decisions to roll do not all fall on one day."];
const DOES_NOT = [
  "cushion one fall. Puts 5 % out of the money lose about the same in a fall of 15 % whether they have two, four or six weeks, and on that day all of them are open.",
  "take the place of less collateral, lower strikes or other stocks: only these do.",
];

/** From this week to that of the last expiry, at least eight; what comes after half a year is in one row. */
function weeksOf(books: ViewProps["books"], today: number): number {
  const last = books.holdings.flatMap(({ options }) => options.flatMap(({ type, side, expiry }) => (type === "Put" && side === "short" ? [expiry] : [])));
  return Math.min(MOST_WEEKS, Math.max(FEWEST_WEEKS, Math.floor((Math.max(today, ...last) - today) / 7) + 2));
}
const FEWEST_WEEKS = 8;
const MOST_WEEKS = 26;

function weekRow({ weekOf, contracts, collateral, cashFreed }: portfolio.LadderRow, most: number): TableRow {
  const name = typeof weekOf === "number" ? shortDay(weekOf) : weekOf;
  if (contracts === 0) return { key: name, name, cells: ["", "empty", money(cashFreed)], tone: "quiet" };
  return { key: name, name: <>{name}<Bar part={collateral / most} /></>, cells: [plain(contracts), money(collateral), money(cashFreed)], tone: weekOf === "Past expiry" ? "warn" : undefined };
}

/** How much of the fullest week: a picture beside the number, which says it all. */
function Bar({ part }: { part: number }) {
  const styles = useStyles();
  return (
    <svg aria-hidden viewBox="0 0 100 6" preserveAspectRatio="none" className={styles.bar}>
      <rect width={100 * part} height={6} className={styles.fill} />
    </svg>
  );
}

function rungLine({ expiry, holiday, days, isMonthly, collateral, beside }: portfolio.Rung): Line {
  const around = collateral === 0 ? (beside === 0 ? "nothing in it, nor in the weeks beside it" : "nothing in it") : `${money(collateral)} in it already`;
  return { label: dateWords(expiry), note: `${around}${isMonthly ? "; monthly options" : ""}${holiday === null ? "" : `; Friday is ${holiday}`}`, value: figure(days, "days") };
}

const useStyles = makeStyles({
  bar: { display: "block", width: "72px", maxWidth: "100%", height: "5px", marginBlockStart: "3px" },
  fill: { fill: paneTokens.paneGain, "@media (forced-colors: active)": { fill: "CanvasText" } },
});
