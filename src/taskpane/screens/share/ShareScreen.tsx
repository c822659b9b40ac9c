import { FetchedScreen } from "../../parts/FetchedScreen";
import type { ScreenProps } from "../screenProps";
import { shareCode } from "./shareCode";

/** What somebody without the add-in would see, and a copy that opens right for everybody; its code is fetched when it is first opened. */
export function ShareScreen(props: ScreenProps) {
  return (
    <FetchedScreen source={shareCode} label="Share" press="Make a copy to send" {...props}>
      {({ Share }) => <Share {...props} />}
    </FetchedScreen>
  );
}
