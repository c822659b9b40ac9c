import type { ReactNode } from "react";
import type { Journal } from "../../actions";
import type { Screen } from "../../actions/route";
import type { ActionState } from "../hooks/useAction";

/** What every screen is given. */
export interface ScreenProps {
  /** Null until the workbook has been read. */
  readonly journal: Journal | null;
  readonly action: ActionState;
  /** The line on the last action: stands above the primary button. */
  readonly said: ReactNode;
  readonly onShow: (address: string) => void;
  readonly onOpen: (screen: Screen) => void;
}
