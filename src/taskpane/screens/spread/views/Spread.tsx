import { makeStyles } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import type { Journal } from "../../../../actions";
import { portfolio } from "../../../../calc";
import { booksOf } from "../../../books";
import { todayNumber } from "../../../figures";
import { BottomBar } from "../../../parts/BottomBar";
import { EmptyState } from "../../../parts/EmptyState";
import { Screen } from "../../../parts/Screen";
import { Segments } from "../../../parts/Segments";
import type { PlanProps } from "../planProps";
import { VIEWS, type View } from "../useSpread";
import { DatesView } from "./DatesView";
import { FallsView } from "./FallsView";
import { limitsOf } from "./limits";
import { TogetherView } from "./TogetherView";
import { dateWords } from "./words";
import { WeightView } from "./WeightView";

type Props = Omit<PlanProps, "form" | "journal"> & { readonly journal: Journal; readonly top: ReactNode };

/** All that is open, in four questions: when cash comes free, what hangs on what, what moves together, and what a fall would do. */
export function Spread({ journal, action, said, guide, state, top }: Props) {
  const styles = useStyles();
  const { view, typed } = state;
  const today = todayNumber();
  const books = booksOf(journal.trades);
  const limits = limitsOf(journal, typed);
  const rungs = useMemo(() => (limits.days === null ? [] : portfolio.nextExpiries(books, { asOf: today, ...limits.days })), [books, today, limits.days]);
  const isEmpty = books.holdings.length === 0;
  const [next] = rungs;
  const shared = { journal, books, today, typed, limits, onChange: state.change };

  return (
    <Screen label="Plan: the book" bar={<>{said}<BottomBar primary={{ label: next ? `Plan a put for ${dateWords(next.expiry)}` : "Plan the next put", onPress: plan }} busy={action.busy} /></>}>
      {top}
      <div className={styles.views}>
        <Segments label="Of all that is open" name="view" value={view} choices={VIEWS.map((each) => ({ value: each, label: each }))} onChange={look} />
      </div>
      {view === "Dates" && <DatesView {...shared} rungs={rungs} />}
      {isEmpty && view !== "Dates" && view !== "Together" && (
        <EmptyState title="Nothing is open">
          <p>Log the puts that you have sold and the shares that you hold: then their weight and what a fall would do to them stand here.</p>
        </EmptyState>
      )}
      {view === "Weight" && <WeightView {...shared} action={action} isEmpty={isEmpty} />}
      {view === "Together" && <TogetherView {...shared} />}
      {!isEmpty && view === "Falls" && <FallsView {...shared} />}
    </Screen>
  );

  /** What was said of the last press was about another question. */
  function look(next: View) {
    action.say(null);
    state.look(next);
  }

  /** The trade's own rules for days are set to that week. */
  function plan() {
    if (next) guide.change({ limits: { ...guide.typed.limits, "Days from": String(Math.max(0, next.weekOf - today)), "Days to": String(next.weekOf + 6 - today) } });
    state.turnTo("trade");
  }
}

const useStyles = makeStyles({ views: { marginBlockStart: "-4px" } });
