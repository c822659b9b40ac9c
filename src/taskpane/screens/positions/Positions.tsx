import { moves } from "../../../calc";
import { booksOf } from "../../books";
import { todayNumber } from "../../figures";
import { ExpiryScreen } from "./ExpiryScreen";
import { MoveScreen } from "./MoveScreen";
import { PositionList } from "./PositionList";
import type { PositionsProps } from "./positionsProps";
import { LIST } from "./usePositions";

/** What is open, what can be done with it, and what became of what has expired. */
export function Positions(props: PositionsProps) {
  const { journal, state } = props;
  const { view } = state;
  if (journal === null || view.kind === "list") return <PositionList {...props} />;
  const open = moves.holdings(booksOf(journal.trades));
  const back = () => state.show(LIST);
  if (view.kind === "expiry") {
    return <ExpiryScreen {...props} journal={journal} answers={view.answers} past={moves.pastExpiry(booksOf(journal.trades), todayNumber())} onBack={back} />;
  }
  const contract = open.flatMap(({ options }) => options).find((one) => moves.keyOfContract(one) === view.key) ?? null;
  const holding = open.find((one) => (contract ? one.options.includes(contract) : moves.keyOfHolding(one) === view.key));
  // it was closed meanwhile, in the sheet or by the press before
  if (!holding || (view.move === "sellShares" && !holding.shares)) return <PositionList {...props} />;
  return <MoveScreen key={`${view.move} ${view.key}`} {...props} journal={journal} on={{ holding, contract }} move={view.move} typed={view.typed} onBack={back} />;
}
