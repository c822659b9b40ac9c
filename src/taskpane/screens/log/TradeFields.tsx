import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import type { DraftProblem, Field, FieldName } from "../../../journal/form";
import { FormField } from "../../parts/FormField";
import { ChevronDownRegular, ChevronRightRegular } from "../../parts/icons";
import { Segments } from "../../parts/Segments";
import { fieldGrid } from "../../parts/styles";
import type { DraftForm } from "./useDraft";

interface Props {
  readonly form: DraftForm;
  readonly fields: readonly Field[];
  readonly problems: readonly DraftProblem[];
  readonly warnings: readonly DraftProblem[];
  /** Every problem is shown, whether its field was left or not. */
  readonly all: boolean;
  readonly accounts: readonly string[];
  readonly tickers: readonly string[];
  /** Stands between the usual fields and the rare ones. */
  readonly children: ReactNode;
}

/** The fields of one action in two columns; what is rarely needed waits behind "More". */
export function TradeFields({ form, fields, problems, warnings, all, accounts, tickers, children }: Props) {
  const styles = useStyles();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const { draft, left, change, leave } = form;
  const wordsAt = (list: readonly DraftProblem[], name: FieldName) => (all || left.has(name) ? list.find(({ field }) => field === name)?.words : undefined);
  const rare = fields.filter(({ more }) => more);
  // a problem in a hidden field opens it
  const open = opened || rare.some(({ name }) => wordsAt(problems, name));

  const draw = (field: Field) =>
    field.input === "choice" ? (
      <div key={field.name} className={styles.wide}>
        <Segments
          label={field.label}
          name={field.name}
          value={draft[field.name]}
          choices={(field.choices ?? []).map((value) => ({ value, label: value }))}
          {...(field.hint && { hint: field.hint })}
          onChange={(value) => change(field.name, value)}
        />
      </div>
    ) : (
      <div key={field.name} className={field.name === "notes" ? styles.wide : styles.cell}>
        <FormField
          field={field}
          value={draft[field.name]}
          problem={wordsAt(problems, field.name)}
          warning={wordsAt(warnings, field.name)}
          known={field.name === "account" ? accounts : field.name === "ticker" ? tickers : []}
          onChange={(value) => change(field.name, value)}
          onLeave={() => leave(field.name)}
        />
      </div>
    );

  return (
    <>
      <div className={styles.grid}>{fields.filter(({ more }) => !more).map(draw)}</div>
      {children}
      {rare.length > 0 && (
        <div>
          <button type="button" className={styles.more} aria-expanded={open} aria-controls={id} onClick={() => setOpened(!open)}>
            {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
            More: {rare.map(({ label }) => label.toLowerCase()).join(", ")}
          </button>
          <div id={id} className={styles.grid} hidden={!open}>
            {rare.map(draw)}
          </div>
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  grid: { ...fieldGrid, "&[hidden]": { display: "none" }, "@media (min-width: 520px)": { gridTemplateColumns: "repeat(3, minmax(0, 1fr))" } },
  cell: { minWidth: 0 },
  wide: { gridColumnStart: 1, gridColumnEnd: -1, minWidth: 0 },
  more: {
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    padding: "4px 6px 4px 0",
    marginBlockEnd: "4px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForeground1,
    font: "inherit",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
