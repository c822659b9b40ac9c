import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useFetched } from "../hooks/useFetched";
import { type Charts, chartsCode } from "./chartsCode";
import { CHART } from "./chartSize";

interface Props {
  readonly caption: string;
  /** The chart in words: stands there when it cannot be drawn. */
  readonly words: string;
  /** Null while there is nothing to draw: then the words say why. */
  readonly draw: ((charts: Charts) => ReactNode) | null;
}

/** The place of a chart: as high without it as with it, so that nothing moves when it comes. */
export function ChartFrame({ caption, words, draw }: Props) {
  const styles = useStyles();
  const { code: charts, failed, again } = useFetched(chartsCode);
  return (
    <div className={styles.chart}>
      <p className={styles.caption}>{caption}</p>
      {charts && draw ? (
        <div className={styles.frame}>{draw(charts)}</div>
      ) : (
        <div className={styles.empty}>
          {(failed || !draw) && <p className={styles.words}>{words}</p>}
          {failed && draw && (
            <Button size="small" onClick={again}>
              Try to draw it again
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  chart: { minWidth: 0, maxWidth: "340px", marginBlockEnd: "4px" },
  caption: { margin: "2px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  frame: { aspectRatio: `${CHART.WIDTH} / ${CHART.HEIGHT}` },
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    rowGap: "6px",
    boxSizing: "border-box",
    aspectRatio: `${CHART.WIDTH} / ${CHART.HEIGHT}`,
    padding: "6px 12px",
    border: `1px dashed ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, textAlign: "center", overflowWrap: "anywhere" },
});
