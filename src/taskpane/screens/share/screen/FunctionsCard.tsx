import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Findings } from "../../../../actions/share";
import { count, plain } from "../../../figures";
import { Card } from "../../../parts/Card";
import { Lines } from "../../../parts/Lines";

/** The cells that a reader without the add-in would lose, and what becomes of each in a copy. */
export function FunctionsCard({ cells, elsewhere, onShow }: Pick<Findings, "cells" | "elsewhere"> & { readonly onShow: (address: string) => void }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const rows = [...cells.map((cell) => ({ ...cell, where: null })), ...elsewhere.map((other) => ({ ...other, address: null }))];
  if (rows.length === 0)
    return (
      <Card title="Functions of the add-in">
        <p className={styles.words}>None: every number is an ordinary formula or a value. The workbook opens right for everybody.</p>
      </Card>
    );
  const natives = rows.filter(({ becomes }) => becomes.kind === "native").length;
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <Card title="Functions of the add-in" warn>
      <p className={styles.words}>
        {count(rows.length, "formula")} would show <b>#NAME?</b> to a reader without Wheel Journal, as soon as Excel calculates. In the copy:
      </p>
      <Lines lines={[{ label: "become ordinary formulas", value: plain(natives) }, { label: "become the value that they show", value: plain(rows.length - natives) }].filter(({ value }) => value !== "0")} />
      <ul className={styles.list} aria-label="Where they are">
        {shown.map(({ address, where, formula, becomes }, at) => (
          <li key={`${address ?? where} ${at}`} className={styles.item}>
            {address === null ? <span>{where}</span> : <Link as="button" inline onClick={() => onShow(address)}>{address}</Link>} <code className={styles.formula}>{formula.length > 90 ? `${formula.slice(0, 88)}…` : formula}</code>
            <span className={styles.becomes}>{becomes.kind === "native" ? "becomes a formula" : `becomes a value: ${becomes.why}`}</span>
          </li>
        ))}
      </ul>
      {rows.length > FIRST && (
        <Link as="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${plain(rows.length)}`}
        </Link>
      )}
    </Card>
  );
}

const FIRST = 5;

const useStyles = makeStyles({
  words: { margin: "2px 0 6px" },
  list: { margin: "4px 0 2px", padding: 0, listStyleType: "none" },
  item: { paddingBlock: "5px", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  becomes: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});
