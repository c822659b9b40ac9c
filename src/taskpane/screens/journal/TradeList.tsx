import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Journal } from "../../../actions";
import { cashOf, type Trade } from "../../../calc";
import { money, shortDay } from "../../figures";
import { Card } from "../../parts/Card";
import { rowButton } from "../../parts/styles";
import { paneTokens } from "../../theme";
import { tradeInWords } from "../../words";

/** The last trades by date, newest first, with what each moved in cash; a press shows the row. */
export function TradeList({ trades, onShow }: { trades: Journal["trades"]; onShow: (address: string) => void }) {
  const styles = useStyles();
  const last = [...trades].sort((one, other) => other.trade.date - one.trade.date || other.row - one.row).slice(0, SHOWN);
  return (
    <Card title={trades.length > SHOWN ? "Last trades" : "Trades"}>
      <ol className={styles.list}>
        {last.map(({ trade, row, address }) => {
          const cash = cashOf(trade);
          return (
            <li key={row} className={styles.item}>
              <button type="button" className={styles.trade} title={`Show row ${row}`} onClick={() => onShow(address)}>
                <span className={styles.action}>{trade.action}</span>
                <span className={mergeClasses(styles.cash, cash < 0 && styles.negative)}>{money(cash)}</span>
                <span className={styles.what}>{trade.type === "Cash" ? cashInWords(trade) : tradeInWords(trade)}</span>
                <span className={styles.day}>{shortDay(trade.date)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/** A cash row's amount stands beside it already: what it was for, or where. */
function cashInWords({ ticker, notes, account }: Trade): string {
  return [ticker, notes].filter(Boolean).join(" · ") || account;
}

const SHOWN = 10;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  trade: { ...rowButton, gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalM, padding: "7px 6px" },
  action: { fontWeight: tokens.fontWeightSemibold },
  cash: { textAlign: "end", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  negative: { color: paneTokens.paneLoss },
  what: {
    // typed into a cell it may be any length
    display: "-webkit-box",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  day: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, textAlign: "end", whiteSpace: "nowrap" },
});
