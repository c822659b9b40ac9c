import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { type Trade, cashOf, type moves } from "../../calc";
import { type EffectLine, effectLines, holdingLines } from "../effectLines";
import { day, figure, money } from "../figures";
import { paneTokens } from "../theme";
import { tradeInWords } from "../words";
import { Card } from "./Card";
import { type Line, Lines } from "./Lines";
import { useUnseen } from "./unseen";

interface Props {
  readonly title: string;
  /** The rows, exactly as they will be logged. */
  readonly rows: readonly Trade[];
  readonly effect: moves.Effect | null;
  /** More figures, below the money. */
  readonly more?: readonly EffectLine[];
  /** Stands there while something is missing. */
  readonly instead?: string | undefined;
}

/** The exact rows that a press will add, and what they do: before anything is written. */
export function EffectCard({ title, rows, effect, more = [], instead }: Props) {
  const styles = useStyles();
  const change = useChange();
  const days = [...new Set(rows.map(({ date }) => date))];
  const lines = (all: readonly EffectLine[]): Line[] => all.map((line) => ({ label: line.label, note: line.note, value: change(line), negative: line.format === "money" && (line.after ?? 0) < 0 }));
  return (
    <Card title={title} aside={days.length === 1 && <span className={styles.note}>{day(days[0]!)}</span>}>
      {instead && <p className={styles.instead}>{instead}</p>}
      {rows.length > 0 && (
        <ul className={styles.rows} aria-label={rows.length === 1 ? "The row" : "The rows"}>
          {rows.map((row, at) => (
            <li key={at} className={styles.row}>
              <span className={styles.what}>
                <b className={styles.action}>{row.action}</b> {tradeInWords(row)}
                {days.length > 1 && <span className={styles.note}> · on {day(row.date)}</span>}
              </span>
              <span className={mergeClasses(styles.cash, cashOf(row) < 0 && styles.negative)}>{money(cashOf(row))}</span>
            </li>
          ))}
        </ul>
      )}
      {effect && effect.refusals.length === 0 && (
        <>
          <Lines lines={lines([...effectLines(effect, rows.some(({ fees }) => fees > 0)), ...more])} />
          {effect.holdings.map((holding) => (
            <div key={`${holding.account} ${holding.ticker}`}>
              {effect.holdings.length > 1 && <p className={styles.ticker}>{holding.ticker}</p>}
              <Lines lines={lines(holdingLines(holding, effect.roll))} />
            </div>
          ))}
        </>
      )}
      {effect && <Said words={effect.refusals} refused />}
      {effect && effect.refusals.length === 0 && <Said words={effect.warnings} />}
    </Card>
  );
}

/** What the books say of it: refused, or odd but possible. Read out as it appears. */
function Said({ words, refused = false }: { words: readonly string[]; refused?: boolean }) {
  const styles = useStyles();
  return (
    <div role="status">
      {words.length > 0 && (
        <ul className={mergeClasses(styles.said, refused ? styles.refused : styles.warned)}>
          {words.map((one) => (
            <li key={one} className={styles.saidItem}>
              {one}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** "48.81 → 46.57"; what did not change stands there once. */
function useChange(): (line: EffectLine) => ReactNode {
  const unseen = useUnseen();
  const styles = useStyles();
  return ({ before, after, format }) => {
    const write = (value: number | null): string => (value === null ? "none" : figure(value, format));
    if (before === undefined || before === after) return write(after);
    return (
      <>
        <span className={styles.before}>{write(before)}</span>
        <span aria-hidden className={styles.before}> → </span>
        <span className={unseen}> then </span>
        {write(after)}
      </>
    );
  };
}

const useStyles = makeStyles({
  instead: { margin: "4px 0 2px", color: tokens.colorNeutralForeground3 },
  rows: { margin: "2px 0 6px", padding: 0, listStyleType: "none" },
  row: { display: "flex", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalM, paddingBlock: "2px", fontVariantNumeric: "tabular-nums" },
  what: { minWidth: 0, overflowWrap: "anywhere" },
  action: { fontWeight: tokens.fontWeightSemibold },
  cash: { whiteSpace: "nowrap" },
  before: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  note: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  ticker: { margin: "8px 0 2px", fontWeight: tokens.fontWeightSemibold },
  said: { margin: "8px 0 2px", padding: "6px 10px", listStyleType: "none", borderRadius: tokens.borderRadiusMedium, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  saidItem: { ":not(:first-child)": { marginBlockStart: "4px" } },
  warned: { backgroundColor: paneTokens.paneWarnGround, border: `1px solid ${paneTokens.paneWarn}` },
  refused: { backgroundColor: paneTokens.paneLossGround, border: `1px solid ${paneTokens.paneLoss}` },
  negative: { color: paneTokens.paneLoss },
});
