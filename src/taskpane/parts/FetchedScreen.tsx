import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { type Source, useFetched } from "../hooks/useFetched";
import type { ScreenProps } from "../screens/screenProps";
import { BottomBar } from "./BottomBar";
import { EmptyState } from "./EmptyState";
import { Screen } from "./Screen";

interface Props<Code> extends Pick<ScreenProps, "said" | "action"> {
  readonly source: Source<Code>;
  readonly label: string;
  /** The button at the bottom, which waits for the code as well. */
  readonly press: string;
  /** Stands above it in either case. */
  readonly top?: ReactNode;
  /** The screen, drawn with its code; null while something else is still missing. */
  readonly children: (code: Code) => ReactNode;
}

/** A screen whose code is a file of its own: fetched when it is first opened, and asked for again where it does not arrive. */
export function FetchedScreen<Code extends object>({ source, label, press, said, action, top, children }: Props<Code>) {
  const { code, failed, again } = useFetched(source);
  const screen = code && children(code);
  if (screen) return screen;
  return (
    <Screen label={label} bar={<>{said}<BottomBar primary={{ label: press, disabled: true }} busy={action.busy} /></>}>
      {top}
      <EmptyState title={failed ? `${label} could not be loaded` : "Loading…"} offer={failed && <Button onClick={again}>Try again</Button>}>
        {failed && "Check the connection. The rest of the pane works without it."}
      </EmptyState>
    </Screen>
  );
}
