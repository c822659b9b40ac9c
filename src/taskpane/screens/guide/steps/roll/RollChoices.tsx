import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { screen } from "../../../../../calc";
import { count, day, figure, money, plain } from "../../../../figures";
import { type Figure, Figures } from "../../../../parts/Figures";
import { paneTokens } from "../../../../theme";
import { Unfolding } from "../../../positions/Unfolding";
import { Choice } from "../Choice";
import { Small } from "../Question";

interface Props {
  readonly table: screen.RollTable;
  readonly isChosen: (choice: screen.RollChoice) => boolean;
  readonly onRoll: (choice: screen.RollChoice) => void;
  readonly onClose: () => void;
}

/** Rolls, closing and assignment in the same figures; what speaks against a roll stands with it. */
export function RollChoices({ table: { choices, notes }, isChosen, onRoll, onClose }: Props) {
  const styles = useStyles();
  const group = useId();
  const [open, setOpen] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const rolls = choices.filter(isRoll);
  const good = rolls.filter(({ words }) => words.length === 0);
  const others = rolls.filter(({ words }) => words.length > 0);
  const rest = choices.filter((choice) => !isRoll(choice));
  const stop = rolls.find(isChosen) ?? (good[0] ?? others.find(hasPrice));
  const draw = (choice: screen.RollChoice, at: number) =>
    hasPrice(choice) ? (
      <Choice key={`${nameOf(choice)} ${at}`} group={group} value={nameOf(choice)} name={nameOf(choice)} id={`${group}-${choice.expiry}-${choice.strike}-${at}`} checked={isChosen(choice)} stop={choice === stop} onChoose={() => onRoll(choice)}>
        <Row choice={choice} />
      </Choice>
    ) : (
      <div key={`${nameOf(choice)} ${at}`} className={styles.plain}>
        <Row choice={choice} />
      </div>
    );
  const left = (all: readonly unknown[]) => all.length > most && <Button size="small" onClick={() => setMost(most + SHOWN)}>Show {Math.min(SHOWN, all.length - most)} more of {plain(all.length - most)}</Button>;
  return (
    <>
      <Locked choice={rolls.find(({ banked }) => banked !== null)} />
      <div role="radiogroup" aria-labelledby={`${group}-title`}>
        <h3 id={`${group}-title`} className={styles.heading}>
          {titleOf(rolls, good)}
        </h3>
        <div className={styles.list}>
          {good.slice(0, most).map(draw)}
          {left(good)}
        </div>
        {others.length > 0 && (
          <Unfolding summary={<span>{count(others.length, "other roll")}, and what speaks against {others.length === 1 ? "it" : "them"}</span>} open={open || good.length === 0 || others.some(isChosen)} onToggle={() => setOpen(!open)}>
            <div className={styles.list}>
              {others.slice(0, most).map(draw)}
              {left(others)}
            </div>
          </Unfolding>
        )}
      </div>
      <div className={styles.list}>
        {rest.map((choice) => (
          <div key={choice.choice} className={styles.plain}>
            <Row choice={choice} />
            {choice.choice === "Close" ? (
              <Button size="small" className={styles.button} onClick={onClose}>
                Close it instead
              </Button>
            ) : (
              <Small>Nothing to log until it happens; then press Assign on the position.</Small>
            )}
          </div>
        ))}
      </div>
      <Small>{MEANINGS}</Small>
      {notes.map((note) => (
        <Small key={note}>{`${note.charAt(0).toUpperCase()}${note.slice(1)}.`}</Small>
      ))}
    </>
  );
}
const SHOWN = 12;
const MEANINGS =
  "Dollars for all contracts, after fees; the break-even a share. Banked now: what stays whatever comes. At risk: the premium of the put that is then open. Collateral and worst case: how they change, below zero is less to set aside, less to lose.";

const isRoll = ({ choice }: screen.RollChoice): boolean => choice === "Roll out" || choice === "Roll out and down";
const hasPrice = ({ premium }: screen.RollChoice): boolean => premium !== null;

function titleOf(rolls: readonly screen.RollChoice[], good: readonly screen.RollChoice[]): string {
  if (rolls.length === 0) return "No later put at this strike or below in these quotes";
  if (rolls.every(({ netCredit }) => netCredit === null || netCredit <= 0)) return "No roll in these quotes brings a credit";
  return good.length > 0 ? `${count(good.length, "roll")} ${good.length === 1 ? "keeps" : "keep"} your rules` : "No roll keeps all your rules";
}

/** What buying back the open put leaves for good: printed, because a roll hides it. */
function Locked({ choice }: { choice: screen.RollChoice | undefined }) {
  const styles = useStyles();
  if (!choice || choice.banked === null) return null;
  return <p className={choice.banked < 0 ? styles.loss : styles.words}>{choice.banked < 0 ? `Buying it back locks in a loss of ${money(-choice.banked)}. A roll does not undo it: it sells time to earn it again.` : `Buying it back locks in ${money(choice.banked)}.`}</p>;
}

function Row({ choice }: { choice: screen.RollChoice }) {
  const styles = useStyles();
  const { words } = choice;
  return (
    <>
      <b className={styles.name}>{nameOf(choice)}</b>
      <Figures small figures={figuresOf(choice)} />
      {words.length > 0 && (
        <ul className={isRoll(choice) ? styles.against : styles.means}>
          {words.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const nameOf = ({ choice, strike, expiry }: screen.RollChoice): string => (choice === "Close" || strike === null || expiry === null ? choice : choice === "Take assignment" ? `${choice} at ${plain(strike)}` : `${choice} to ${plain(strike)}, ${day(expiry)}`);

function figuresOf({ netCredit, creditADay, breakeven, addedDays, collateralChange, worstCaseChange, banked, atRisk }: screen.RollChoice): Figure[] {
  const dollars = (label: string, value: number | null): Figure[] => (value === null ? [] : [{ label, value: money(value), negative: value < 0 }]);
  return [
    ...dollars("Net credit", netCredit),
    ...dollars("A day", creditADay),
    ...(breakeven === null ? [] : [{ label: "Break-even", value: figure(breakeven, "price") }]),
    ...(addedDays === null ? [] : [{ label: "Added", value: figure(addedDays, "days") }]),
    ...dollars("Banked now", banked),
    ...dollars("At risk", atRisk),
    ...(collateralChange === null ? [] : [{ label: "Collateral", value: figure(collateralChange, "count") }]),
    ...(worstCaseChange === null ? [] : [{ label: "Worst case", value: money(worstCaseChange) }]),
  ];
}

const useStyles = makeStyles({
  heading: { margin: "10px 0 0", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  words: { margin: "8px 0 0" },
  loss: { margin: "8px 0 0", color: paneTokens.paneLoss, fontWeight: tokens.fontWeightSemibold },
  list: { display: "flex", flexDirection: "column", rowGap: "8px", marginBlock: "8px", minWidth: 0 },
  name: { display: "block", marginBlockEnd: "4px" },
  plain: { padding: "8px 10px", border: `1px dashed ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge },
  against: { margin: "4px 0 0", paddingInlineStart: "16px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: paneTokens.paneWarn, overflowWrap: "anywhere" },
  means: { margin: "4px 0 0", paddingInlineStart: "16px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  button: { marginBlockStart: "6px" },
});
