import { Button, makeStyles } from "@fluentui/react-components";
import { moves } from "../../../calc";
import type { MoveKind } from "../../../journal/moveDraft";
import { figure, plain } from "../../figures";
import { BasesOfLot } from "./BasesOfLot";
import { Glance, type GlanceLine } from "./Glance";
import { Unfolding } from "./Unfolding";

interface Props {
  readonly shares: moves.OpenShares;
  readonly price: number | null;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
  readonly onMove: (move: MoveKind) => void;
}

/** Shares with their three bases side by side; the bridge between them line by line on demand. */
export function SharesRow({ shares, price, unfolded, onUnfold, onMove }: Props) {
  const styles = useStyles();
  const held = shares.shares > 0;
  return (
    <Unfolding summary={<Glance lines={glance(shares, price)} />} open={unfolded} onToggle={onUnfold}>
      {moves.openLots(shares).map((lot, at) => (
        <BasesOfLot key={at} lot={lot} named={shares.lots.length > 1} />
      ))}
      {held && (
        <div className={styles.moves}>
          <Button size="small" onClick={() => onMove("sellCall")}>
            Sell a call
          </Button>
          <Button size="small" onClick={() => onMove("sellShares")}>
            Sell shares
          </Button>
        </div>
      )}
    </Unfolding>
  );
}

function glance({ shares, free, bases }: moves.OpenShares, price: number | null): GlanceLine[] {
  const short = shares < 0;
  const gain = price === null ? null : price - bases.netStockCost;
  const covered = free === 0 ? "all under calls" : free < shares ? `${plain(free)} without a call` : "no call sold";
  return [
    { left: `${plain(Math.abs(shares))} ${Math.abs(shares) === 1 ? "share" : "shares"}${short ? ", short" : ""}`, right: short ? "is a purchase missing?" : covered, tone: short ? "loss" : undefined },
    { left: "Net stock cost", right: figure(bases.netStockCost, "price") },
    ...(gain === null || short ? [] : [{ left: gain < 0 ? "Price is below it by" : "Price is above it by", right: figure(Math.abs(gain), "price") }]),
  ];
}

const useStyles = makeStyles({ moves: { display: "flex", flexWrap: "wrap", gap: "6px", paddingBlockStart: "8px", "& > button": { flexGrow: 1 } } });
