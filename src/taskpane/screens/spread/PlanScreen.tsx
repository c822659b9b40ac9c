import { useEffect, useRef, type ReactNode } from "react";
import { FetchedScreen } from "../../parts/FetchedScreen";
import { Segments } from "../../parts/Segments";
import { GuideScreen } from "../guide/GuideScreen";
import type { PlanProps } from "./planProps";
import { spreadCode } from "./spreadCode";
import type { SpreadState } from "./useSpread";

/** Two questions: the next put, and all puts together. */
export function PlanScreen({ guide, form, ...props }: PlanProps) {
  const { part, turnTo } = props.state;
  const turned = useRef(false);
  const top = <Top part={part} turned={turned} onTurn={turnTo} />;
  return part === "trade" ? <GuideScreen {...props} state={guide} form={form} top={top} /> : <Book {...props} guide={guide} top={top} />;
}

interface TopProps {
  readonly part: SpreadState["part"];
  /** Has the user turned from one to the other? */
  readonly turned: { current: boolean };
  readonly onTurn: SpreadState["turnTo"];
}

/** Stands on both screens: who turns by keyboard from one to the other still has the focus here. */
function Top({ part, turned, onTurn }: TopProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement?.tagName === "MAIN";
    if (turned.current && isLost && document.hasFocus()) element.current?.querySelector<HTMLElement>("input:checked")?.focus();
    // once, when it appears
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const turn = (next: SpreadState["part"]) => {
    turned.current = true;
    onTurn(next);
  };
  return (
    <div ref={element}>
      <Segments label="What do you plan?" name="part" value={part} choices={PARTS} onChange={turn} />
    </div>
  );
}
const PARTS = [{ value: "trade", label: "A trade" }, { value: "book", label: "The book" }] as const;

function Book(props: Omit<PlanProps, "form"> & { readonly top: ReactNode }) {
  const { journal } = props;
  return (
    <FetchedScreen source={spreadCode} label="Plan: the book" press="Plan the next put" {...props}>
      {({ Spread }) => journal && <Spread {...props} journal={journal} />}
    </FetchedScreen>
  );
}
