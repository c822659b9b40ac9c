import type { ReactNode } from "react";
import { FetchedScreen } from "../../parts/FetchedScreen";
import type { DraftForm } from "../log/useDraft";
import type { ScreenProps } from "../screenProps";
import { guideCode } from "./guideCode";
import type { GuideState } from "./useGuide";

export interface GuideProps extends ScreenProps {
  readonly state: GuideState;
  /** The log form, which the plan fills in. */
  readonly form: DraftForm;
  /** Stands above it: what else is planned here. */
  readonly top?: ReactNode;
}

/** From a stock that one would own to a put that is sold; its code is fetched when it is first opened. */
export function GuideScreen(props: GuideProps) {
  const { journal } = props;
  return (
    <FetchedScreen source={guideCode} label="Plan" press="Next" {...props}>
      {({ Guide }) => journal && <Guide {...props} journal={journal} />}
    </FetchedScreen>
  );
}
