import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useFetched } from "../../hooks/useFetched";
import { BottomBar } from "../../parts/BottomBar";
import { EmptyState } from "../../parts/EmptyState";
import { Screen } from "../../parts/Screen";
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
  const { code, failed, again } = useFetched(guideCode);
  if (code && props.journal) return <code.Guide {...props} journal={props.journal} />;
  const what = failed ? "The plan could not be loaded" : "Loading the plan…";
  return (
    <Screen label="Plan" bar={<>{props.said}<BottomBar primary={{ label: "Next", disabled: true }} busy={props.action.busy} /></>}>
      {props.top}
      <EmptyState title={what} offer={failed && <Button onClick={again}>Try again</Button>}>
        {failed && "Check the connection. The rest of the pane works without it."}
      </EmptyState>
    </Screen>
  );
}
