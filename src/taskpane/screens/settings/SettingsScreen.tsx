import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { layOutJournal, setConvention } from "../../../actions";
import { type Convention, conventionName, DAYCOUNTS, type Daycount, STANDARD } from "../../../calc";
import { nowNumber } from "../../figures";
import { useFetched } from "../../hooks/useFetched";
import { BottomBar } from "../../parts/BottomBar";
import { Screen } from "../../parts/Screen";
import { Segments } from "../../parts/Segments";
import type { ScreenProps } from "../screenProps";
import { ConventionExample } from "./ConventionExample";
import { namesCode } from "./namesCode";

/** One question: how is a yield quoted? The example answers before anything is written. Below it, what the workbook holds for readers without the add-in. */
export function SettingsScreen({ journal, action, said }: ScreenProps) {
  const styles = useStyles();
  const names = useFetched(namesCode);
  const current = journal?.convention ?? STANDARD;
  // only what was chosen and not yet written; the rest is the workbook's
  const [chosen, setChosen] = useState<Partial<Convention>>({});
  const convention: Convention = { ...current, ...chosen };
  const changed = conventionName(convention) !== conventionName(current);
  const absent = journal?.state === "absent" || journal?.state === "incomplete";

  async function write() {
    const written = await action.run("Changing the convention…", async () => {
      if (absent) await layOutJournal(nowNumber());
      return setConvention(convention);
    });
    if (written) setChosen({});
  }

  return (
    <Screen
      label="Settings"
      bar={
        <>
          {said}
          <BottomBar
            primary={{ label: absent ? "Lay out the journal with this" : "Use this convention", onPress: () => void write(), disabled: journal === null || journal.state === "newer" || (!changed && !absent) }}
            busy={action.busy}
          />
        </>
      }
    >
      <div>
        <h2 className={styles.question}>How is a yield quoted?</h2>
        <p className={styles.words}>There is no standard in the field, so the convention stands beside every number that depends on it.</p>
      </div>
      <Segments
        label="Capital base"
        name="base"
        value={convention.base}
        choices={[
          { value: "strike", label: "Strike" },
          { value: "net", label: "Net" },
        ]}
        hint={convention.base === "strike" ? "Premium over the strike." : "Premium over the strike less the premium: what is really at stake."}
        onChange={(base) => setChosen({ ...chosen, base })}
      />
      <Field label="Day count" hint="Days of a year when a yield is annualised.">
        <Select name="daycount" value={String(convention.daycount)} onChange={(_, data) => setChosen({ ...chosen, daycount: Number(data.value) as Daycount })}>
          {DAYCOUNTS.map((days) => (
            <option key={days} value={days}>
              {DAYCOUNT_WORDS[days]}
            </option>
          ))}
        </Select>
      </Field>
      <Segments
        label="Annualising"
        name="compound"
        value={convention.compound ? "compound" : "simple"}
        choices={[
          { value: "simple", label: "Simple" },
          { value: "compound", label: "Compound" },
        ]}
        hint={convention.compound ? "As if every turn's gain were put to work in the next." : "The yield times the turns that fit into a year."}
        onChange={(value) => setChosen({ ...chosen, compound: value === "compound" })}
      />
      <ConventionExample convention={convention} {...(changed && { before: current })} />
      {names.code && <names.code.NamesCard action={action} readOnly={journal?.state === "newer"} />}
      {names.failed && <Button onClick={names.again}>Load the part for readers without the add-in again</Button>}
    </Screen>
  );
}

const DAYCOUNT_WORDS: Readonly<Record<Daycount, string>> = {
  365: "365, calendar days",
  360: "360, money market",
  365.25: "365.25, with leap years",
  364: "364, 52 whole weeks",
  252: "252 over calendar days",
};

const useStyles = makeStyles({
  question: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  words: { margin: "4px 0 0", color: tokens.colorNeutralForeground3 },
});
