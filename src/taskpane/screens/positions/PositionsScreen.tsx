import { FetchedScreen } from "../../parts/FetchedScreen";
import { positionsCode } from "./positionsCode";
import type { PositionsProps } from "./positionsProps";

/** What is open, what can be done with it, and what became of what has expired. */
export function PositionsScreen(props: PositionsProps) {
  return (
    <FetchedScreen source={positionsCode} label="Positions" press="Log a trade" {...props}>
      {({ Positions }) => <Positions {...props} />}
    </FetchedScreen>
  );
}
