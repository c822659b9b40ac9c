import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular, CheckmarkCircleRegular, DismissRegular, ErrorCircleRegular, OpenRegular } from "./icons";
import { plain } from "../figures";
import type { Outcome } from "../hooks/useAction";
import { paneTokens } from "../theme";
import { WorkProgress } from "./WorkProgress";

interface Props {
  readonly outcome: Outcome | null;
  /** Ends long work; null when that was pressed. */
  readonly onStop: (() => void) | null;
  readonly onUndo: () => void;
  readonly onShow: (address: string) => void;
  readonly onDismiss: () => void;
}

/** One line on what was done, with Undo and "Show row"; or why Excel refused, in its own words. Read out as it appears. */
export function OutcomeBar({ outcome, onStop, onUndo, onShow, onDismiss }: Props) {
  const styles = useStyles();
  const refused = outcome?.kind === "refused";
  const done = outcome?.kind === "done" ? outcome.done : null;
  const going = outcome?.kind === "going" ? outcome : null;
  return (
    <>
      <div role="status" className={styles.live}>
        {done && (
          <div className={mergeClasses(styles.bar, styles.done)}>
            <CheckmarkCircleRegular className={styles.icon} aria-hidden />
            <span className={styles.words}>{done.words}</span>
            <Dismiss onPress={onDismiss} />
          </div>
        )}
      </div>
      {going && (
        <WorkProgress
          words={`${going.progress.words}: ${plain(going.progress.done)} of ${plain(going.progress.total)} rows`}
          done={going.progress.done}
          total={going.progress.total}
          onStop={onStop}
        />
      )}
      {done && (done.undo || done.address) && (
        <div className={styles.actions}>
          {done.undo && (
            <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} onClick={onUndo}>
              Undo
            </Button>
          )}
          {done.address && (
            <Button size="small" appearance="subtle" icon={<OpenRegular />} onClick={() => onShow(done.address!)}>
              {showWords(done.address)}
            </Button>
          )}
        </div>
      )}
      <div role="alert" className={styles.live}>
        {refused && (
          <div className={mergeClasses(styles.bar, styles.refused)}>
            <ErrorCircleRegular className={styles.icon} aria-hidden />
            <span className={styles.words}>{outcome.words}</span>
            {!outcome.stopWaiting && <Dismiss onPress={onDismiss} />}
          </div>
        )}
      </div>
      {refused && outcome.undo && (
        <div className={styles.actions}>
          <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} onClick={onUndo}>
            Undo
          </Button>
        </div>
      )}
      {refused && outcome.stopWaiting && (
        <div className={styles.actions}>
          <Button size="small" appearance="subtle" onClick={outcome.stopWaiting}>
            Stop waiting
          </Button>
        </div>
      )}
    </>
  );
}

/** "Trades!A5:M5" is a row, "Trades!A5:M16" are rows, anything smaller is just a place. */
function showWords(address: string): string {
  const [, first, last] = /![A-Z]+(\d+):[A-Z]+(\d+)$/.exec(address) ?? [];
  if (!first) return "Show";
  return first === last ? "Show row" : "Show rows";
}

function Dismiss({ onPress }: { onPress: () => void }) {
  const styles = useStyles();
  return <Button size="small" appearance="transparent" className={styles.dismiss} icon={<DismissRegular />} aria-label="Dismiss this message" onClick={onPress} />;
}

const useStyles = makeStyles({
  live: { minWidth: 0 },
  bar: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    marginBlockEnd: tokens.spacingVerticalS,
  },
  done: { color: tokens.colorNeutralForeground1, "& > svg": { color: paneTokens.paneGain } },
  refused: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: paneTokens.paneLossGround,
    border: `1px solid ${paneTokens.paneLoss}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    "& > svg": { color: paneTokens.paneLoss },
  },
  icon: { fontSize: "20px", width: "20px", height: "20px" },
  words: { overflowWrap: "anywhere" },
  actions: { display: "flex", columnGap: tokens.spacingHorizontalXS, marginBlock: "-4px 8px", marginInlineStart: "20px" },
  dismiss: { minWidth: "24px", height: "24px", padding: 0, marginBlock: "-2px" },
});
