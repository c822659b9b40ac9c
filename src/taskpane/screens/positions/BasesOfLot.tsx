import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { moves } from "../../../calc";
import { day, figure, plain } from "../../figures";
import { Figures } from "../../parts/Figures";
import { ChevronDownRegular, ChevronRightRegular } from "../../parts/icons";
import { Lines } from "../../parts/Lines";

/** Strike cost, tax basis and net stock cost of a lot, and how one comes from the other. */
export function BasesOfLot({ lot, named }: { lot: moves.OpenLot; named: boolean }) {
  const styles = useStyles();
  const id = useId();
  const [shown, setShown] = useState(false);
  const { bases, bridge, opened, source, shares } = lot;
  return (
    <div className={styles.lot}>
      <p className={styles.head}>
        {named ? `${plain(Math.abs(shares))} shares, ` : ""}{source.toLowerCase()} {day(opened)}, dollars a share
      </p>
      <Figures
        figures={[
          { label: "Strike cost", value: figure(bases.strikeCost, "price") },
          { label: "Tax basis", value: figure(bases.taxBasis, "price") },
          { label: "Net stock cost", value: figure(bases.netStockCost, "price") },
        ]}
      />
      <button type="button" className={styles.more} aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)}>
        {shown ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        How one comes from the other
      </button>
      <div id={id} hidden={!shown}>
        {shown && <Lines lines={bridge.map(({ words, perShare, basis }) => ({ label: words, value: basis ? figure(perShare, "price") : signed(perShare), negative: !basis && perShare > 0 }))} />}
      </div>
    </div>
  );
}

/** A step says which way it goes. */
const signed = (value: number): string => `${value > 0 ? "+" : ""}${figure(value, "price")}`;

const useStyles = makeStyles({
  lot: { paddingBlock: "4px" },
  head: { margin: "0 0 4px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  more: {
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    padding: "4px 6px 4px 0",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
