import { Button, makeStyles, shorthands, tokens } from "@fluentui/react-components";
import type { FormEvent, KeyboardEvent, ReactNode, Ref } from "react";
import { ArrowLeftRegular } from "../../parts/icons";
import { Screen } from "../../parts/Screen";

interface Props {
  readonly title: string;
  readonly under?: string;
  readonly form: Ref<HTMLFormElement>;
  readonly bar: ReactNode;
  readonly writing: boolean;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** One question about positions: the way back, the question, its form. Esc goes back, Enter writes. */
export function SubScreen({ title, under, form, bar, writing, onBack, onSubmit, children }: Props) {
  const styles = useStyles();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const back = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || writing) return;
    // else office.js takes the focus back to the sheet as well
    event.preventDefault();
    event.stopPropagation();
    onBack();
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit} onKeyDown={back}>
      <Screen label={title} bar={bar}>
        <div>
          <Button size="small" appearance="subtle" className={styles.back} icon={<ArrowLeftRegular />} onClick={onBack} disabledFocusable={writing}>
            Positions
          </Button>
          <h2 className={styles.title}>{title}</h2>
          {under && <p className={styles.under}>{under}</p>}
        </div>
        {/* while it is written nothing can be typed */}
        <fieldset className={styles.fields} disabled={writing}>
          {children}
        </fieldset>
      </Screen>
    </form>
  );
}

const useStyles = makeStyles({
  form: { display: "contents" },
  back: { marginInlineStart: "-8px" },
  title: { margin: "2px 0 0", fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  under: { margin: "4px 0 0", color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0, margin: 0, padding: 0, ...shorthands.borderStyle("none") },
});
