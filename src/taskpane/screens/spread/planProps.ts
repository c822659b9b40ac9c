import type { GuideState } from "../guide/useGuide";
import type { DraftForm } from "../log/useDraft";
import type { ScreenProps } from "../screenProps";
import type { SpreadState } from "./useSpread";

export interface PlanProps extends ScreenProps {
  readonly guide: GuideState;
  readonly form: DraftForm;
  readonly state: SpreadState;
}
