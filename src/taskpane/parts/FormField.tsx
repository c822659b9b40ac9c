import { Field as FluentField, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Field } from "../../journal/form";

interface Props {
  readonly field: Field<string>;
  readonly value: string;
  /** Stands under the field; an error comes before a warning. */
  readonly problem?: string | undefined;
  readonly warning?: string | undefined;
  /** Known values, offered while one types. */
  readonly known?: readonly string[];
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** One typed field: label, unit in small type beside it, and its problem in words underneath. */
export function FormField({ field, value, problem, warning, known = [], onChange, onLeave }: Props) {
  const styles = useStyles();
  const id = useId();
  const message = problem ?? warning;
  return (
    <FluentField
      className={styles.field}
      label={{ children: field.label, className: styles.label }}
      validationState={problem ? "error" : warning ? "warning" : "none"}
      validationMessage={message}
      hint={message ? undefined : field.hint}
    >
      {(control) => (
        <>
          <Input
            {...control}
            name={field.name}
            className={styles.input}
            input={{ className: field.input === "number" ? styles.number : styles.text }}
            // a number is typed as text: "1,25" or "1.25" is read by the journal's own rule, not by the browser's locale
            type={field.input === "date" ? "date" : "text"}
            inputMode={field.input === "number" ? "decimal" : undefined}
            autoComplete="off"
            autoCapitalize={field.name === "ticker" ? "characters" : undefined}
            spellCheck={field.name === "notes"}
            aria-required={field.required}
            aria-describedby={[control["aria-describedby"], field.unit && `${id}-unit`].filter(Boolean).join(" ") || undefined}
            placeholder={field.required || field.hint ? undefined : "optional"}
            list={known.length > 0 ? `${id}-known` : undefined}
            value={value}
            onChange={(_, data) => onChange(data.value)}
            // what is there is typed over, also where office.js moved the focus here and no browser selected it
            onFocus={({ target }) => {
              if (field.input !== "date") target.select();
            }}
            onBlur={onLeave}
          />
          {field.unit && (
            <span id={`${id}-unit`} className={styles.unit}>
              {field.unit}
            </span>
          )}
          {known.length > 0 && (
            <datalist id={`${id}-known`}>
              {known.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </>
      )}
    </FluentField>
  );
}

const useStyles = makeStyles({
  field: { position: "relative", minWidth: 0, alignContent: "start" },
  label: { paddingBlock: "2px" },
  input: { minWidth: 0, width: "100%" },
  text: { minWidth: 0, width: "100%" },
  number: { minWidth: 0, width: "100%", textAlign: "end", fontVariantNumeric: "tabular-nums" },
  unit: {
    position: "absolute",
    insetBlockStart: "4px",
    insetInlineEnd: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});
