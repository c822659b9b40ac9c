import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { type NamesState, giveNames, readNames, takeNames } from "../../../actions/nameFunctions";
import type { ActionState } from "../../hooks/useAction";
import { Card } from "../../parts/Card";
import { wordsOf } from "../../words";

/** The functions as names, for readers without the add-in: how many the workbook has, and what can be done about it. */
export function NamesCard({ action, readOnly }: { action: ActionState; readOnly: boolean }) {
  const styles = useStyles();
  const { busy, run } = action;
  const [read, setRead] = useState<NamesState | string | null>(null);

  // after every action the workbook may have others
  useEffect(() => {
    if (busy !== null) return;
    let gone = false;
    readNames().then(
      (state) => {
        if (!gone) setRead(state);
      },
      (error: unknown) => {
        if (!gone) setRead(wordsOf(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [busy]);

  const state = typeof read === "object" ? read : null;
  const blocked = busy !== null || readOnly;
  return (
    <Card title="For readers without the add-in">
      <p className={styles.words}>Every function of which there is a formula can stand in the workbook as a name. Then =CSP_BREAKEVEN(50,1.25) works for everybody with Microsoft 365 or Excel 2024, add-in or not.</p>
      <p className={styles.state} role="status">
        {typeof read === "string" ? read : stateWords(state)}
      </p>
      {state && (
        <div className={styles.buttons}>
          <Button disabledFocusable={blocked} onClick={() => void run("Adding the names…", giveNames)}>
            {state.there === 0 ? "Add the functions as names" : "Bring them up to date"}
          </Button>
          {state.there > 0 && (
            <Button disabledFocusable={blocked} onClick={() => void run("Taking the names away…", takeNames)}>
              Take them away
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function stateWords(state: NamesState | null): string {
  if (!state) return "Looking at this workbook's names…";
  const { all, there, taken } = state;
  const others = taken.length === 0 ? "" : ` ${taken.join(", ")} ${taken.length === 1 ? "is" : "are"} something else here and ${taken.length === 1 ? "stays" : "stay"}.`;
  return `${there === 0 ? "This workbook has none of them." : there === all ? `All ${all} are in this workbook.` : `${there} of ${all} are in this workbook.`}${others}`;
}

const useStyles = makeStyles({
  words: { margin: "2px 0 6px", color: tokens.colorNeutralForeground3 },
  state: { margin: "0 0 8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
