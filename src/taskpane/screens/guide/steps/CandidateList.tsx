import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { screen } from "../../../../calc";
import { count, day, plain } from "../../../figures";
import { Figures } from "../../../parts/Figures";
import { paneTokens } from "../../../theme";
import { Unfolding } from "../../positions/Unfolding";
import { ByExpiration } from "./ByExpiration";
import { Choice } from "./Choice";
import { againstTarget, figuresOf, moreFiguresOf, putName } from "./candidateWords";
import { type Put, isPut } from "./plan";
import { SORTS, sorted } from "./sorts";

interface Props {
  readonly screened: screen.Screen;
  readonly chosen: number | null;
  readonly target: number | null;
  readonly spot: number;
  readonly rate: number;
  /** The most that the rules allow, for comparing expirations while nothing is chosen. */
  readonly mostDelta: number;
  readonly annual: string;
  readonly asked: boolean;
  readonly onChoose: (row: number) => void;
}

/** What keeps the rules, ranked; then what does not, with every reason. Either can be chosen: a rule is the user's own. */
export function CandidateList({ screened, chosen, target, spot, rate, mostDelta, annual, asked, onChoose }: Props) {
  const styles = useStyles();
  const group = useId();
  const [open, setOpen] = useState(false);
  const [meant, setMeant] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const [by, setBy] = useState<string>(RANKED);
  const sort = SORTS.find(({ name }) => name === by);
  const gone = useMemo(() => goneOf(spot, rate), [spot, rate]);
  const { puts, pass, failing } = useMemo(() => {
    const all = screened.candidates.filter(isPut);
    const [keep, fail] = [all.filter(({ rank: place }) => place !== null), screened.candidates.filter(({ rank: place }) => place === null)];
    const nearest = [...fail].sort(nearestFirst);
    return { puts: all, pass: sort ? sorted(keep, sort, gone) : keep, failing: sort ? [...sorted(fail.filter(isPut), sort, gone), ...nearest.filter((one) => !isPut(one))] : nearest };
  }, [screened, sort, gone]);
  const isOff = failing.some(({ row }) => row === chosen);
  const stop = chosen ?? (pass[0] ?? failing.find(isPut))?.row;
  const draw = (put: Put) => (
    <Choice key={put.row} group={group} value={String(put.row)} name={`${put.rank === null ? "" : `${put.rank}. `}${putName(put)}`} id={`${group}-${put.row}`} checked={put.row === chosen} stop={put.row === stop} onChoose={() => onChoose(put.row)}>
      <Row put={put} gone={gone(put)} target={target} whole={put.row === chosen} />
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
      <p className={styles.small}>A year: {annual.charAt(0).toLowerCase() + annual.slice(1)}. A day: dollars a contract. Chances are risk-neutral, no forecast.</p>
      <Unfolding summary={<span>What the figures say</span>} open={meant} onToggle={() => setMeant(!meant)}>
        <dl className={styles.meanings}>
          {MEANINGS.map(([label, words]) => (
            <div key={label}>
              <dt className={styles.label}>{label}</dt> <dd className={styles.words}>{words}</dd>
            </div>
          ))}
        </dl>
      </Unfolding>
      {puts.length > 1 && (
        <Field label="Order" className={styles.order}>
          <Select name="order" value={by} onChange={(_, { value }) => setBy(value)}>
            <option value={RANKED}>By your rules, best yield first</option>
            {SORTS.map(({ name, largestFirst }) => (
              <option key={name} value={name}>
                {name}, {name === "Expiry" ? "soonest" : largestFirst ? "largest" : "smallest"} first
              </option>
            ))}
          </Select>
        </Field>
      )}
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
      <ByExpiration puts={puts} delta={Math.abs(puts.find(({ row }) => row === chosen)?.delta ?? pass[0]?.delta ?? mostDelta)} gone={gone} />
    </div>
  );
}
const SHOWN = 20;
const RANKED = "ranked";

const MEANINGS: readonly (readonly [label: string, words: string])[] = [
  ["Really paid", "strike less premium: what a share costs you if it is assigned."],
  ["Discount", "how far the strike is under the stock now."],
  ["|delta|", "what the put gains or loses when the stock moves by a dollar."],
  ["P(ITM)", "the chance that the stock ends under the strike, in the money."],
  ["POP", "the chance that you end with any profit: the stock above what is really paid."],
  ["Gone at 21 d", "the share of the premium that is gone when 21 days are left, if the stock stood still."],
];

/** What can be sold at all, then what breaks the fewest rules, then what pays most: a put without a bid has one reason only, and is no near miss. */
function nearestFirst(one: screen.Candidate, other: screen.Candidate): number {
  return Number(isPut(other)) - Number(isPut(one)) || one.reasons.length - other.reasons.length || (other.annualised ?? 0) - (one.annualised ?? 0) || one.row - other.row;
}

/** Worked out once a put, and only for those that are looked at. */
function goneOf(spot: number, rate: number): (put: Put) => number | null {
  const known = new WeakMap<Put, number | null>();
  return (put) => {
    const found = known.get(put);
    if (found !== undefined) return found;
    const fresh = screen.goneAt21(put, { spot, rate });
    known.set(put, fresh);
    return fresh;
  };
}

function Row({ put, gone, target, whole }: { put: Put; gone: number | null; target: number | null; whole: boolean }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.head}>
        <b className={styles.strike}>{plain(put.strike)} put</b>
        <span>
          {day(put.expiry)}, {count(put.days, "day")}
        </span>
      </div>
      <Figures small figures={whole ? [...figuresOf(put, gone), ...moreFiguresOf(put)] : figuresOf(put, gone)} />
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
  meanings: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  label: { display: "inline", fontWeight: tokens.fontWeightSemibold },
  words: { display: "inline", margin: 0 },
  order: { marginBlockStart: "6px" },
  list: { display: "flex", flexDirection: "column", rowGap: "8px", marginBlock: "8px", minWidth: 0 },
  head: { display: "flex", justifyContent: "space-between", columnGap: "8px", alignItems: "baseline", marginBlockEnd: "4px", fontVariantNumeric: "tabular-nums" },
  strike: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  reasons: { margin: "4px 0 0", paddingInlineStart: "16px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: paneTokens.paneWarn, overflowWrap: "anywhere" },
  unread: { paddingInline: "10px", fontVariantNumeric: "tabular-nums" },
});
