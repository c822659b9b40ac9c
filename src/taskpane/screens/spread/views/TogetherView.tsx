import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo } from "react";
import type { portfolio } from "../../../../calc";
import { count, figure } from "../../../figures";
import { Card } from "../../../parts/Card";
import { Figures } from "../../../parts/Figures";
import { Table } from "../../../parts/Table";
import { Question, Small } from "../../guide/steps/Question";
import { sentence } from "../../guide/steps/sentence";
import { Honest } from "./Honest";
import { pricesOf } from "./prices";
import type { ViewProps } from "./viewProps";

/** Correlation from pasted prices, and how many bets the stocks really are. docs/spec/portfolio.md §5. */
export function TogetherView({ books, typed, onChange }: ViewProps) {
  const styles = useStyles();
  const text = useDeferredValue(typed.prices);
  const read = useMemo(() => pricesOf(text), [text]);
  const found = read?.found ?? null;
  const wrong = read?.words ?? undefined;
  const absent = found ? notIn(books, found.tickers) : [];
  return (
    <>
      <Question title="Do they move together?">Ten stocks that fall on the same day are one bet.</Question>
      <Field label="Prices" validationState={wrong ? "error" : "none"} validationMessage={wrong && sentence(wrong)} hint={wrong || typed.prices !== "" ? undefined : "Copied from a sheet: tickers in the first line, a line a day under it, dates in the first column"}>
        <Textarea
          name="prices"
          className={styles.area}
          textarea={{ className: styles.text }}
          spellCheck={false}
          autoComplete="off"
          rows={typed.prices === "" ? 4 : 2}
          value={typed.prices.length > MOST_SHOWN ? `${typed.prices.slice(0, MOST_SHOWN)}\n…` : typed.prices}
          // what is shown of a long text is not all of it: it is replaced, not edited
          readOnly={typed.prices.length > MOST_SHOWN}
          onChange={(_, { value }) => onChange({ prices: value })}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text");
            // a browser takes minutes to put thousands of lines into a text area by itself
            if (typed.prices.length <= MOST_SHOWN && pasted.length <= MOST_SHOWN) return;
            event.preventDefault();
            onChange({ prices: pasted });
          }}
        />
      </Field>
      {typed.prices !== "" && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => onChange({ prices: "" })}>
            Empty
          </Button>
        </div>
      )}
      {found && (
        <Card title={`${count(found.tickers.length, "stock")}, ${count(found.returns, "return")}`}>
          <div role="status">
            <Figures figures={[{ label: "Average correlation", value: figure(Number(found.average.toFixed(2)), "money"), note: `± ${figure(Number(errorOf(found).toFixed(2)), "money")}` }, { label: "Effective bets", value: found.effectiveBets === null ? "–" : figure(Number(found.effectiveBets.toFixed(1)), "count"), note: `of ${found.tickers.length}` }]} />
          </div>
          <Table caption="Correlation of every two" headers={["Stock", ...found.tickers]} rows={found.matrix.map((row, at) => ({ key: found.tickers[at]!, name: found.tickers[at]!, cells: row.map((one) => (one === null ? "–" : figure(Number(one.toFixed(2)), "money"))) }))} />
          <Small>±: one standard error of a correlation, from so many returns.</Small>
          {found.words !== "" && <Small>{sentence(found.words)}</Small>}
          {absent.length > 0 && <Small>{`Open, but not in these prices: ${absent.join(", ")}.`}</Small>}
        </Card>
      )}
      {read && read.block.tickers.length > 0 && read.problems.length > 0 && (
        <Card warn title={`${count(read.problems.length, "cell")} not read`}>
          <ul className={styles.problems}>
            {read.problems.slice(0, LISTED).map(({ row, words }, at) => (
              <li key={at}>
                Line {row}: {words}
              </li>
            ))}
            {read.problems.length > LISTED && <li>and {read.problems.length - LISTED} more</li>}
          </ul>
        </Card>
      )}
      <Honest title="What spreading over stocks does" does={DOES} doesNot={DOES_NOT} />
    </>
  );
}
/** A text area with megabytes in it is slow; the rest is read all the same. */
const MOST_SHOWN = 20_000;
const LISTED = 20;

const DOES = ["one company's bad news costs a part of the book, not all of it.", "effective bets say how many independent ones n stocks of equal size are: n ÷ (1 + (n − 1) × average)."];
const DOES_NOT = ["help much in a sell-off: then stocks move together far more than these days say. Falls asks that at a correlation of its own.", "say what comes: it describes the days that you pasted."];

/** One standard error of a correlation from so many returns. */
const errorOf = ({ average, returns }: portfolio.Correlation): number => (1 - average ** 2) / Math.sqrt(Math.max(1, returns - 1));

function notIn({ holdings }: ViewProps["books"], tickers: readonly string[]): string[] {
  return [...new Set(holdings.map(({ ticker }) => ticker))].filter((ticker) => !tickers.includes(ticker)).sort();
}

const useStyles = makeStyles({
  area: { width: "100%" },
  text: { maxHeight: "160px", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, whiteSpace: "pre", overflowX: "auto" },
  problems: { margin: 0, paddingInlineStart: "16px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
});
