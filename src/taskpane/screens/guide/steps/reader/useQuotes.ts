import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { type Quotes, quotesOf } from "../quotes";
import { askedBeside } from "./beside";
import { type Screened, type Terms, judged } from "./desk";

const beside = askedBeside();
/** As much as is read within a frame. */
const SHORT = 20_000;

export interface QuotesRead {
  /** Null while nothing is there, or it is still read. */
  readonly quotes: Quotes | null;
  readonly isReading: boolean;
  /** They stand beside the page as well: there they are judged. */
  readonly isLong: boolean;
}

/** A pasted chain, read: at once when it is short, beside the page when it is long. */
export function useQuotes(text: string, fileName: string): QuotesRead {
  const isLong = text.length > SHORT;
  const short = useMemo(() => (isLong ? null : quotesOf(text, fileName)), [isLong, text, fileName]);
  const [read, setRead] = useState(last);
  const fits = read !== null && read.text === text && read.fileName === fileName;
  useAnswer(isLong && !fits, text, () => beside.read(text, fileName).catch(unreadable), (quotes) => setRead((last = { text, fileName, quotes })));
  return isLong ? { quotes: fits ? read.quotes : null, isReading: !fits, isLong } : { quotes: short, isReading: false, isLong };
}
/** The long chain that was read last: it outlives a change of screen, as it does beside the page. */
let last: { readonly text: string; readonly fileName: string; readonly quotes: Quotes } | null = null;

/** Its puts, judged; again only when something in the terms is another, and not while one still types. The last answer stands until the next one is there. */
export function useScreened({ quotes, isLong }: QuotesRead, terms: Terms | { readonly words: string } | null): Screened | null {
  const known = useDeferredValue(JSON.stringify(terms));
  const asked = useMemo(() => JSON.parse(known) as typeof terms, [known]);
  const canJudge = quotes !== null && asked !== null && !("words" in asked);
  const here = useMemo(() => (canJudge && !isLong ? judged(quotes, asked) : null), [canJudge, isLong, quotes, asked]);
  const [answer, setAnswer] = useState<{ readonly of: Quotes; readonly screened: Screened } | null>(null);
  useAnswer(canJudge && isLong, known, () => beside.judge(asked as Terms).catch((error: unknown) => ({ words: faultWords(error) })), (screened) => setAnswer({ of: quotes!, screened }), quotes);
  if (quotes === null || asked === null) return null;
  if ("words" in asked) return asked;
  return isLong ? (answer?.of === quotes ? answer.screened : null) : here;
}

/** Asks when there is something to ask; an answer that comes after the next question is let go. */
function useAnswer<T>(isAsked: boolean, question: string, ask: () => Promise<T>, take: (answer: T) => void, about: unknown = null): void {
  useEffect(() => {
    if (!isAsked) return;
    let isOld = false;
    void ask().then((answer) => {
      if (!isOld) take(answer);
    });
    return () => {
      isOld = true;
    };
    // what is asked and what takes the answer follow from these
  }, [isAsked, question, about]);
}

/** A fault of ours is said where the answer would stand. */
const faultWords = (error: unknown): string => `this chain could not be read: ${error instanceof Error ? error.message : String(error)}`;
const unreadable = (error: unknown): Quotes => ({ quotes: [], problems: [{ row: 1, words: faultWords(error), expiry: null, strike: null }], has: [], spot: null, day: null, ticker: null, format: null });
