import { FetchedScreen } from "../../parts/FetchedScreen";
import type { ScreenProps } from "../screenProps";
import { positionsCode } from "./positionsCode";
import type { PositionsState } from "./usePositions";

export interface PositionsProps extends ScreenProps {
  readonly state: PositionsState;
}

/** What is open, what can be done with it, and what became of what has expired. */
export function PositionsScreen(props: PositionsProps) {
  return (
    <FetchedScreen source={positionsCode} label="Positions" press="Log a trade" {...props}>
      {({ Positions }) => <Positions {...props} />}
    </FetchedScreen>
  );
}
