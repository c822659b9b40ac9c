import type { ReactNode } from "react";
import type { DraftForm } from "../log/useDraft";
import type { ScreenProps } from "../screenProps";
import type { GuideState } from "./useGuide";

export interface GuideProps extends ScreenProps {
  readonly state: GuideState;
  /** The log form, which the plan fills in. */
  readonly form: DraftForm;
  /** Stands above it: what else is planned here. */
  readonly top?: ReactNode;
}
