import { makeStyles, tokens } from "@fluentui/react-components";
import { moves } from "../../../calc";
import { figure } from "../../figures";
import { Card } from "../../parts/Card";
import { paneTokens } from "../../theme";
import { ContractRow } from "./ContractRow";
import { SharesRow } from "./SharesRow";
import type { PositionsState } from "./usePositions";

interface Props {
  readonly holding: moves.Holding;
  /** Of the Watchlist. */
  readonly price: number | null;
  readonly today: number;
  readonly namesAccount: boolean;
  readonly state: PositionsState;
}

/** One ticker in one account: its options by expiry, then its shares. */
export function HoldingCard({ holding, price, today, namesAccount, state }: Props) {
  const styles = useStyles();
  const { account, ticker, options, shares } = holding;
  const naked = moves.nakedShares(holding);
  return (
    <Card named title={namesAccount ? `${ticker} · ${account}` : ticker} aside={price !== null && <span className={styles.note}>at {figure(price, "price")}, Watchlist</span>}>
      {options.map((contract) => {
        const key = moves.keyOfContract(contract);
        return (
          <ContractRow
            key={key}
            contract={contract}
            shares={shares}
            price={price}
            today={today}
            typedMark={state.marks[key] ?? ""}
            unfolded={state.unfolded === key}
            onUnfold={() => state.unfold(state.unfolded === key ? null : key)}
            onMark={(text) => state.mark(key, text)}
            onMove={(move) => state.show({ kind: "move", move, key, typed: {} })}
          />
        );
      })}
      {naked > 0 && <p className={styles.naked}>{figure(naked, "count")} shares under sold calls are not there: that part is naked.</p>}
      {shares && (
        <SharesRow
          shares={shares}
          price={price}
          unfolded={state.unfolded === moves.keyOfHolding(holding)}
          onUnfold={() => state.unfold(state.unfolded === moves.keyOfHolding(holding) ? null : moves.keyOfHolding(holding))}
          onMove={(move) => state.show({ kind: "move", move, key: moves.keyOfHolding(holding), typed: {} })}
        />
      )}
    </Card>
  );
}

const useStyles = makeStyles({
  naked: { margin: 0, paddingBlock: "4px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: paneTokens.paneWarn },
  note: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});
