import type { ScreenProps } from "../screenProps";
import type { PositionsState } from "./usePositions";

export interface PositionsProps extends ScreenProps {
  readonly state: PositionsState;
}
