import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { screen } from "../../../../calc";
import { count, day, plain } from "../../../figures";
import { Figures } from "../../../parts/Figures";
import { paneTokens } from "../../../theme";
import { Unfolding } from "../../positions/Unfolding";
import { Choice } from "./Choice";
import { againstTarget, figuresOf, moreFiguresOf, putName } from "./candidateWords";
import { type Put, isPut } from "./plan";

interface Props {
  readonly screened: screen.Screen;
  readonly chosen: number | null;
  readonly target: number | null;
  readonly annual: string;
  readonly asked: boolean;
  readonly onChoose: (row: number) => void;
}

/** What keeps the rules, ranked; then what does not, with every reason. Either can be chosen: a rule is the user's own. */
export function CandidateList({ screened, chosen, target, annual, asked, onChoose }: Props) {
  const styles = useStyles();
  const group = useId();
  const [open, setOpen] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const puts = screened.candidates.filter(isPut);
  const pass = puts.filter(({ rank }) => rank !== null);
  const failing = screened.candidates.filter(({ rank }) => rank === null).sort((one, other) => one.reasons.length - other.reasons.length || one.row - other.row);
  const isOff = failing.some(({ row }) => row === chosen);
  const stop = chosen ?? (pass[0] ?? failing.find(isPut))?.row;
  const draw = (put: Put) => (
    <Choice key={put.row} group={group} value={String(put.row)} name={`${put.rank === null ? "" : `${put.rank}. `}${putName(put)}`} id={`${group}-${put.row}`} checked={put.row === chosen} stop={put.row === stop} onChoose={() => onChoose(put.row)}>
      <Row put={put} target={target} whole={put.row === chosen} />
    </Choice>
  );
  const left = (all: readonly unknown[]) => all.length > most && <Button size="small" onClick={() => setMost(most + SHOWN)}>Show {Math.min(SHOWN, all.length - most)} more of {plain(all.length - most)}</Button>;
  return (
    <div role="radiogroup" aria-labelledby={`${group}-title`} aria-describedby={asked && chosen === null ? `${group}-asked` : undefined}>
      <h3 id={`${group}-title`} className={styles.heading}>
        {pass.length > 0 ? `${count(pass.length, "put")} ${pass.length === 1 ? "keeps" : "keep"} your rules` : "No put keeps all your rules"}
      </h3>
      {asked && chosen === null && (
        <p id={`${group}-asked`} className={styles.asked}>
          Choose a put to go on.
        </p>
      )}
      {pass.length > 0 && <p className={styles.small}>{annual}, best first. Chances are risk-neutral, no forecast.</p>}
      <div className={styles.list}>
        {pass.slice(0, most).map(draw)}
        {left(pass)}
      </div>
      {failing.length > 0 && (
        <Unfolding summary={<span>{count(failing.length, "row")} {failing.length === 1 ? "does" : "do"} not, and why</span>} open={open || isOff || pass.length === 0} onToggle={() => setOpen(!open)}>
          <div className={styles.list}>
            {failing.slice(0, most).map((each) => (isPut(each) ? draw(each) : <Unread key={`${each.row} ${each.reasons[0]}`} candidate={each} />))}
            {left(failing)}
          </div>
        </Unfolding>
      )}
    </div>
  );
}
const SHOWN = 20;

function Row({ put, target, whole }: { put: Put; target: number | null; whole: boolean }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.head}>
        <b className={styles.strike}>{plain(put.strike)} put</b>
        <span>
          {day(put.expiry)}, {count(put.days, "day")}
        </span>
      </div>
      <Figures small figures={whole ? [...figuresOf(put), ...moreFiguresOf(put)] : figuresOf(put)} />
      {target !== null && <p className={styles.small}>{againstTarget(put, target)}.</p>}
      {put.reasons.length > 0 && <Reasons reasons={put.reasons} />}
    </>
  );
}

/** Nothing to choose: no price, or no row at all. */
function Unread({ candidate: { strike, expiry, reasons } }: { candidate: screen.Candidate }) {
  const styles = useStyles();
  return (
    <div className={styles.unread}>
      {strike !== null && <b>{plain(strike)} put </b>}
      {expiry !== null && day(expiry)}
      <Reasons reasons={reasons} />
    </div>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  asked: { margin: "2px 0", color: paneTokens.paneLoss, fontWeight: tokens.fontWeightSemibold },
  small: { margin: "2px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  list: { display: "flex", flexDirection: "column", rowGap: "8px", marginBlock: "8px", minWidth: 0 },
  head: { display: "flex", justifyContent: "space-between", columnGap: "8px", alignItems: "baseline", marginBlockEnd: "4px", fontVariantNumeric: "tabular-nums" },
  strike: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  reasons: { margin: "4px 0 0", paddingInlineStart: "16px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: paneTokens.paneWarn, overflowWrap: "anywhere" },
  unread: { paddingInline: "10px", fontVariantNumeric: "tabular-nums" },
});
