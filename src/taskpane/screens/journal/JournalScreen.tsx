import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { layOutJournal, loadSampleYear, refresh, type Journal } from "../../../actions";
import { nowNumber } from "../../figures";
import { BottomBar, type PrimaryAction } from "../../parts/BottomBar";
import { Card } from "../../parts/Card";
import { EmptyState } from "../../parts/EmptyState";
import { ArrowSyncRegular } from "../../parts/icons";
import { Screen } from "../../parts/Screen";
import type { ScreenProps } from "../screenProps";
import { Overview } from "./Overview";

interface Props extends ScreenProps {
  /** The workbook could not be read. */
  readonly failed: boolean;
  readonly onReread: () => void;
  readonly onAnswerExpiry: () => void;
}

/** Home: what the workbook holds, and what to do next. */
export function JournalScreen({ journal, action, said, onShow, onOpen, failed, onReread, onAnswerExpiry }: Props) {
  const styles = useStyles();
  const { busy, run } = action;
  const layOut = () => void run("Laying out the journal…", () => layOutJournal(nowNumber()));
  const loadSample = () => void run("Loading the sample year…", () => loadSampleYear(nowNumber()));

  return (
    <Screen
      label="Journal"
      bar={
        <>
          {said}
          <BottomBar primary={primary()} busy={busy} />
        </>
      }
    >
      {journal === null && !failed && <Reading />}
      {journal?.state === "absent" && (
        <EmptyState
          title="A journal for the wheel"
          offer={
            <Button appearance="secondary" disabledFocusable={busy !== null} onClick={loadSample}>
              Load the sample year
            </Button>
          }
        >
          <p className={styles.paragraph}>
            Sheets in this workbook: your trades, watchlist and plans, and reports that follow them. Break-even, yield and cash are ordinary Excel formulas, so they work on any
            device, with or without this pane.
          </p>
          <p className={styles.paragraph}>Sheets that are already here stay as they are, and nothing leaves the workbook.</p>
        </EmptyState>
      )}
      {journal?.state === "newer" && (
        <>
          <Card title="Made by a newer Wheel Journal" warn>
            <p className={styles.paragraph}>This workbook was laid out by a later version. It can be read here, and nothing in it is changed. Update the add-in, then read it again.</p>
          </Card>
          <Overview journal={{ ...journal, missing: [], stale: null }} onShow={onShow} onAnswerExpiry={onAnswerExpiry} refresh={null} />
        </>
      )}
      {(journal?.state === "ready" || journal?.state === "incomplete") && (
        <Overview
          journal={journal}
          onShow={onShow}
          onAnswerExpiry={onAnswerExpiry}
          refresh={
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowSyncRegular />}
              disabledFocusable={busy !== null}
              onClick={() => void run("Reading the journal again…", () => refresh(nowNumber()))}
            >
              Refresh
            </Button>
          }
          offer={
            journal.trades.length === 0 && journal.cash !== null ? (
              <Button appearance="secondary" disabledFocusable={busy !== null} onClick={loadSample}>
                Load the sample year
              </Button>
            ) : undefined
          }
        />
      )}
      {journal !== null && (
        <Button size="small" appearance="subtle" className={styles.share} disabledFocusable={busy !== null} onClick={() => onOpen("share")}>
          Share this workbook
        </Button>
      )}
    </Screen>
  );

  function primary(): PrimaryAction {
    const byState: Record<Journal["state"], PrimaryAction> = {
      absent: { label: "Lay out the journal", onPress: layOut },
      incomplete: { label: "Complete the journal", onPress: layOut },
      ready: { label: "Log a trade", onPress: () => onOpen("log") },
      newer: { label: "Read it again", onPress: onReread },
    };
    return journal ? byState[journal.state] : { label: "Read the workbook", onPress: onReread };
  }
}

function Reading() {
  const styles = useStyles();
  return (
    <div className={styles.reading}>
      <Spinner size="small" label="Reading the workbook…" />
    </div>
  );
}

const useStyles = makeStyles({
  paragraph: { margin: "0 0 8px" },
  reading: { marginBlock: "auto" },
  share: { alignSelf: "center" },
});
