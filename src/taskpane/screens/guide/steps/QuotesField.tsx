import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState, type ChangeEvent } from "react";
import { closedExpiryWords } from "../../../../journal/closedExpiry";
import { count, day, figure, plain } from "../../../figures";
import { Unfolding } from "../../positions/Unfolding";
import type { Quotes } from "./quotes";
import { sentence } from "./sentence";

interface Props {
  readonly text: string;
  readonly fileName: string;
  readonly quotes: Quotes | null;
  readonly isReading: boolean;
  readonly ticker: string;
  /** The stock for which they were pasted, where that is known. */
  readonly pastedFor?: string | undefined;
  readonly today: number;
  readonly problem?: string | undefined;
  readonly onText: (text: string, fileName: string) => void;
}

/** Where a chain of quotes is pasted, or chosen as a file; what was read of it, and every row that was not. */
export function QuotesField({ text, fileName, quotes, isReading, ticker, pastedFor = "", today, problem, onText }: Props) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const problems = quotes?.problems ?? [];
  const wrong = problem ?? unread ?? (quotes?.quotes.length === 0 && problems[0] ? sentence(problems[0].words) : undefined);

  function take({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    // the same file may be chosen again after it was put right
    target.value = "";
    textOf(file).then(
      (read) => {
        setUnread(null);
        onText(read, file.name);
      },
      (error: unknown) => setUnread(`${file.name} cannot be read: ${error instanceof Error ? error.message : String(error)}`),
    );
  }

  return (
    <div>
      <Field label="Quotes" validationState={wrong ? "error" : "none"} validationMessage={wrong} hint={wrong || text.trim() !== "" ? undefined : "Copied from your broker's page or a sheet, with its headers: Expiry, Strike, Type, Bid, Ask. Or a file: CSV, Cboe, Schwab JSON"}>
        <Textarea
          name="quotes"
          className={styles.area}
          textarea={{ className: styles.text }}
          spellCheck={false}
          autoComplete="off"
          rows={isReading || (quotes && quotes.quotes.length > 0) ? 2 : 5}
          value={text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}\n…` : text}
          // what is shown of a long text is not all of it: it is replaced, not edited
          readOnly={text.length > MOST_SHOWN}
          onChange={(_, { value }) => {
            setUnread(null);
            onText(value, "");
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text");
            setUnread(pasted === "" ? "There is no text in the clipboard: copy the rows themselves, not a picture of them." : null);
            // a browser takes minutes to put thousands of lines into a text area by itself
            if (text.length <= MOST_SHOWN && pasted.length <= MOST_SHOWN) return;
            event.preventDefault();
            onText(pasted, "");
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <input ref={input} type="file" hidden tabIndex={-1} aria-label="File of quotes" accept=".csv,.txt,.tsv,.json" onChange={take} />
        <Button size="small" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        {text !== "" && (
          <Button size="small" appearance="subtle" onClick={() => (setUnread(null), onText("", ""))}>
            Empty
          </Button>
        )}
      </div>
      <div role="status" className={styles.read}>
        {isReading ? "Reading the quotes…" : quotes && quotes.quotes.length > 0 && readWords(quotes, fileName)}
      </div>
      {warningsOn(quotes, { ticker, pastedFor, today }).map((words) => (
        <p key={words} className={styles.warning}>
          {words}
        </p>
      ))}
      {quotes && quotes.quotes.length > 0 && problems.length > 0 && (
        <Unfolding summary={<span>{count(problems.length, "row")} not read</span>} open={open} onToggle={() => setOpen(!open)}>
          <ul className={styles.problems}>
            {problems.slice(0, LISTED).map(({ row, words }, at) => (
              <li key={at}>
                Row {row}: {words}
              </li>
            ))}
            {problems.length > LISTED && <li>and {plain(problems.length - LISTED)} more</li>}
          </ul>
        </Unfolding>
      )}
    </div>
  );
}
/** A text area with megabytes in it is slow; the rest is read all the same. */
const MOST_SHOWN = 20_000;
const LISTED = 50;

/** File.text is not there in every browser that Office runs in. */
function textOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("the browser does not say why"));
    reader.readAsText(file);
  });
}

/** "Cboe delayed quotes: 62 puts, 62 calls in 3 expirations. SPY at 658.05, 25 Sep 2025." */
function readWords({ quotes, format, spot, ticker, day: asOf }: Quotes, fileName: string): string {
  const puts = quotes.filter(({ type }) => type === "put").length;
  const calls = quotes.length - puts;
  const expiries = new Set(quotes.map(({ expiry }) => expiry)).size;
  const what = `${count(puts, "put")}${calls > 0 ? `, ${count(calls, "call")}` : ""} in ${count(expiries, "expiration")}`;
  const facts = [[ticker, spot === null ? null : `at ${figure(spot, "price")}`].filter(Boolean).join(" "), asOf === null ? "" : day(asOf)].filter((each) => each !== "").join(", ");
  return `${fileName === "" ? (format ?? "") : fileName}: ${what}.${facts === "" ? "" : ` ${facts}.`}`;
}

/** Odd, but possible. */
function warningsOn(quotes: Quotes | null, { ticker, pastedFor, today }: Pick<Props, "ticker" | "today"> & { readonly pastedFor: string }): string[] {
  if (!quotes || quotes.quotes.length === 0) return [];
  const { day: asOf, ticker: of } = quotes;
  return [
    ...(of !== null && ticker !== "" && of !== ticker ? [`These are quotes of ${of}, and the stock here is ${ticker}.`] : []),
    ...(of === null && pastedFor !== "" && pastedFor !== ticker ? [`These quotes were pasted for ${pastedFor}, and the stock here is ${ticker}.`] : []),
    ...(asOf !== null && asOf !== today ? [`These quotes are of ${day(asOf)}: days are counted from there, not from today.`] : []),
    ...closedWords(quotes),
  ];
}

/** A few are named; an old chain may have hundreds. */
function closedWords({ quotes }: Quotes): string[] {
  const all = [...new Set(quotes.map(({ expiry }) => expiry))].sort((one, other) => one - other).flatMap((expiry) => closedExpiryWords(expiry) ?? []);
  return [...all.slice(0, NAMED).map((words) => `${words}.`), ...(all.length > NAMED ? [`${count(all.length - NAMED, "more expiration")} on days on which the exchange is closed.`] : [])];
}
const NAMED = 2;

const useStyles = makeStyles({
  area: { width: "100%" },
  text: { maxHeight: "160px", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, whiteSpace: "pre", overflowX: "auto" },
  buttons: { display: "flex", gap: "6px", marginBlockStart: "6px" },
  read: { marginBlockStart: "6px", fontVariantNumeric: "tabular-nums", ":empty": { display: "none" } },
  warning: { margin: "4px 0 0", fontWeight: tokens.fontWeightSemibold },
  problems: { margin: 0, paddingInlineStart: "18px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
});
