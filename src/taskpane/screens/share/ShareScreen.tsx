import { Button } from "@fluentui/react-components";
import { useFetched } from "../../hooks/useFetched";
import { BottomBar } from "../../parts/BottomBar";
import { EmptyState } from "../../parts/EmptyState";
import { Screen } from "../../parts/Screen";
import type { ScreenProps } from "../screenProps";
import { shareCode } from "./shareCode";

/** What somebody without the add-in would see, and a copy that opens right for everybody; its code is fetched when it is first opened. */
export function ShareScreen(props: ScreenProps) {
  const { code, failed, again } = useFetched(shareCode);
  if (code) return <code.Share {...props} />;
  return (
    <Screen label="Share" bar={<BottomBar primary={{ label: "Make a copy to send", disabled: true }} busy={props.action.busy} />}>
      <EmptyState title={failed ? "This could not be loaded" : "Loading…"} offer={failed && <Button onClick={again}>Try again</Button>}>
        {failed && "Check the connection. The rest of the pane works without it."}
      </EmptyState>
    </Screen>
  );
}
