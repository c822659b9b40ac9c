import { Button, Checkbox, Link, makeStyles, shorthands, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { type SharedCopy, canSave, convertInPlace, makeCopy, openCopy, turnBack } from "../../../../actions/share";
import type { Done } from "../../../../actions";
import { count } from "../../../figures";
import { useStop } from "../../../hooks/useStop";
import { BottomBar } from "../../../parts/BottomBar";
import { Card } from "../../../parts/Card";
import { ArrowLeftRegular } from "../../../parts/icons";
import { Screen } from "../../../parts/Screen";
import { WorkProgress } from "../../../parts/WorkProgress";
import type { ScreenProps } from "../../screenProps";
import { FunctionsCard } from "./FunctionsCard";
import { addressOfCopy, save } from "./saveFile";
import { copyWords, travellers } from "./shareWords";
import { TravelsCard } from "./TravelsCard";
import { useFindings } from "./useFindings";

/** One question: can somebody else read this workbook? And one press that makes a copy which anybody can. docs/spec/sharing.md. */
export function Share({ journal, action, said, onShow, onOpen }: ScreenProps) {
  const styles = useStyles();
  const { findings, refused, kept, again, part: looked, stop: stopLooking } = useFindings();
  const [maskAccounts, setMaskAccounts] = useState(true);
  const [leaveOutNotes, setLeaveOutNotes] = useState(true);
  const [part, setPart] = useState<number | null>(null);
  const [copy, setCopy] = useState<{ readonly made: SharedCopy; readonly address: string } | null>(null);
  const { stop, isWished, begin } = useStop();
  useEffect(() => (copy ? () => URL.revokeObjectURL(copy.address) : undefined), [copy]);
  const hasNames = (findings?.accounts.length ?? 0) + (findings?.people.length ?? 0) > 0;
  const hasNotes = (findings?.notes.count ?? 0) + (findings?.comments.count ?? 0) > 0;

  async function run(words: string, act: (onPart: (done: number) => boolean) => Promise<Done>): Promise<void> {
    begin();
    setPart(0);
    await action.run(words, () => act((done) => (setPart(done), !isWished())));
    setPart(null);
  }

  const copyNow = () => run("Making the copy…", async (onPart) => {
    const made = await makeCopy({ maskAccounts, leaveOutNotes }, onPart);
    const address = addressOfCopy(made);
    setCopy({ made, address });
    if (canSave()) save(address, made.name);
    return { words: `${copyWords(made)}${canSave() ? "" : " Excel on a Mac does not let a pane save files: open the copy, and save it there."}` };
  });
  const convertNow = () => run("Turning functions into formulas…", async (onPart) => looking(await convertInPlace(onPart)));
  const turnNow = () => run("Turning the functions back…", async () => looking(await turnBack()));
  /** Whatever was done, the picture is taken anew; so is it after Undo. */
  async function looking(done: Done): Promise<Done> {
    await again();
    const { undo } = done;
    return undo ? { ...done, undo: async () => looking(await undo()) } : done;
  }

  return (
    <Screen label="Share" bar={<>{said}<BottomBar primary={{ label: "Make a copy to send", onPress: () => void copyNow(), disabled: findings === null }} busy={action.busy} /></>}>
      <div>
        <Button size="small" appearance="subtle" className={styles.back} icon={<ArrowLeftRegular />} disabledFocusable={action.busy !== null} onClick={() => onOpen("journal")}>
          Journal
        </Button>
        <h2 className={styles.title}>Can somebody else read this workbook?</h2>
        <p className={styles.under}>What a reader without Wheel Journal would see. Nothing leaves this computer.</p>
      </div>
      {part !== null && <WorkProgress words={action.busy ?? "Working…"} done={part} total={1} onStop={stop} />}
      {part === null && looked !== null && <WorkProgress words="Looking through the workbook…" done={looked} total={1} onStop={stopLooking} />}
      {refused !== null && (
        <Card title="The workbook could not be looked through" warn aside={<Button size="small" appearance="subtle" onClick={() => void again()}>Try again</Button>}>
          <p className={styles.words}>{refused}</p>
        </Card>
      )}
      {copy && (
        <Card title="The copy">
          {canSave() && (
            <p className={styles.again}>
              <Link href={copy.address} download={copy.made.name}>Save “{copy.made.name}” again</Link>
            </p>
          )}
          <Button size="small" disabledFocusable={action.busy !== null} onClick={() => void run("Opening the copy…", async () => (await openCopy(copy.made), { words: "The copy is open in a window of its own. Look at it, and save it there under a name." }))}>
            Open it as a new workbook
          </Button>
          {copy.made.remaining.length > 0 && (
            <div className={styles.still}>
              Names that are still to be read in the copy:
              <ul className={styles.list}>
                {copy.made.remaining.slice(0, MOST_PLACES).map((place) => <li key={place}>{place}</li>)}
                {copy.made.remaining.length > MOST_PLACES && <li>{count(copy.made.remaining.length - MOST_PLACES, "more place")}</li>}
              </ul>
            </div>
          )}
        </Card>
      )}
      {findings && <FunctionsCard {...findings} onShow={onShow} />}
      {findings && <TravelsCard found={travellers(findings, journal?.stale === true)} onShow={onShow} />}
      {findings && (hasNames || hasNotes) && (
        <fieldset className={styles.options} disabled={action.busy !== null}>
          <legend className={styles.legend}>In the copy</legend>
          {hasNames && <Checkbox name="mask" checked={maskAccounts} onChange={(_, { checked }) => setMaskAccounts(checked === true)} label="Call accounts Account 1, Account 2 …, inside of texts, too, and leave out who made it" />}
          {hasNotes && <Checkbox name="notes" checked={leaveOutNotes} onChange={(_, { checked }) => setLeaveOutNotes(checked === true)} label="Leave out notes and comments" />}
        </fieldset>
      )}
      {journal?.state !== "newer" && (kept > 0 || (findings?.cells.length ?? 0) > 0 || refused !== null) && (
        <Card title="In this very workbook">
          {kept > 0 ? (
            <p className={styles.words}>Functions of {kept} {kept === 1 ? "cell" : "cells"} were turned into formulas and values here, and can be turned back.</p>
          ) : (
            <p className={styles.words}>Functions can also be turned into formulas and values here, in cells, with Undo. Accounts and notes stay.</p>
          )}
          <div className={styles.buttons}>
            {(findings === null || findings.cells.length > 0) && <Button size="small" disabledFocusable={action.busy !== null} onClick={() => void convertNow()}>Turn functions into formulas</Button>}
            {kept > 0 && <Button size="small" disabledFocusable={action.busy !== null} onClick={() => void turnNow()}>Turn the functions back</Button>}
          </div>
        </Card>
      )}
    </Screen>
  );
}

const MOST_PLACES = 12;

const useStyles = makeStyles({
  back: { marginInlineStart: "-8px" },
  title: { margin: "2px 0 0", fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  under: { margin: "4px 0 0", color: tokens.colorNeutralForeground3 },
  words: { margin: "2px 0", overflowWrap: "anywhere" },
  again: { margin: "2px 0 8px", overflowWrap: "anywhere" },
  still: { marginBlockStart: "10px", overflowWrap: "anywhere" },
  list: { margin: "2px 0 0", paddingInlineStart: "18px" },
  options: { margin: 0, padding: 0, minWidth: 0, ...shorthands.borderStyle("none"), display: "flex", flexDirection: "column" },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginBlockStart: "8px" },
});
