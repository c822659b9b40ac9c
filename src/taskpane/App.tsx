import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import { showCells } from "../actions";
import { onMessage, onScreenRequested, type Screen } from "../actions/route";
import { useAction } from "./hooks/useAction";
import { useJournal } from "./hooks/useJournal";
import { useKeptFocus } from "./hooks/useKeptFocus";
import { useTheme } from "./hooks/useTheme";
import { Boundary } from "./parts/Boundary";
import { Navigation } from "./parts/Navigation";
import { OutcomeBar } from "./parts/OutcomeBar";
import { useGuide } from "./screens/guide/useGuide";
import { JournalScreen } from "./screens/journal/JournalScreen";
import { LogScreen } from "./screens/log/LogScreen";
import { useDraft } from "./screens/log/useDraft";
import { PositionsScreen } from "./screens/positions/PositionsScreen";
import { usePositions } from "./screens/positions/usePositions";
import { SettingsScreen } from "./screens/settings/SettingsScreen";
import { PlanScreen } from "./screens/spread/PlanScreen";
import { useSpread } from "./screens/spread/useSpread";
import { ShareScreen } from "./screens/share/ShareScreen";
import { darkTheme, paneTokens } from "./theme";
import { wordsOf } from "./words";

/** The whole pane: which screen is open, what was read, what is going on. What is typed into the form outlives a change of screen. */
export function App() {
  const [screen, setScreen] = useState<Screen>("journal");
  const { journal, refused, reread } = useJournal();
  const action = useAction(reread);
  const draft = useDraft(journal);
  const positions = usePositions();
  const guide = useGuide();
  const spread = useSpread();
  const theme = useTheme();
  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(pane);
  const styles = useStyles();
  const { say } = action;

  const open = useCallback(
    (next: Screen) => {
      say(null);
      setScreen(next);
    },
    [say],
  );
  const answerExpiry = () => {
    positions.show({ kind: "expiry", answers: {} });
    open("positions");
  };
  const show = useCallback((address: string) => void showCells(address).catch((error: unknown) => say({ kind: "refused", words: wordsOf(error) })), [say]);

  useEffect(() => onScreenRequested(open), [open]);
  useEffect(
    () =>
      onMessage(({ kind, words }) => {
        say(kind === "done" ? { kind, done: { words } } : { kind, words });
        void reread();
      }),
    [say, reread],
  );

  const outcome = action.outcome ?? (refused === null ? null : ({ kind: "refused", words: refused } as const));
  const said = (
    <OutcomeBar
      outcome={outcome}
      onStop={action.stop}
      onUndo={() => {
        const undo = outcome?.kind === "done" ? outcome.done.undo : outcome?.kind === "refused" ? outcome.undo : undefined;
        if (undo) void action.takeBack(undo);
      }}
      onShow={show}
      onDismiss={() => (action.outcome ? say(null) : void reread())}
    />
  );
  const shared = { journal, action, said, onShow: show, onOpen: open };

  return (
    <FluentProvider ref={pane} theme={theme} className={mergeClasses(styles.pane, theme === darkTheme && styles.dark)}>
      <Navigation screen={screen} onOpen={open} />
      <Boundary key={screen}>
        {screen === "journal" && <JournalScreen {...shared} failed={refused !== null} onReread={() => void reread()} onAnswerExpiry={answerExpiry} />}
        {screen === "positions" && <PositionsScreen {...shared} state={positions} />}
        {screen === "plan" && <PlanScreen {...shared} guide={guide} state={spread} form={draft} />}
        {screen === "log" && <LogScreen {...shared} form={draft} />}
        {screen === "settings" && <SettingsScreen {...shared} />}
        {screen === "share" && <ShareScreen {...shared} />}
      </Boundary>
    </FluentProvider>
  );
}

const useStyles = makeStyles({
  pane: {
    position: "fixed",
    inset: 0,
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr) auto",
    gridTemplateColumns: "minmax(0, 1fr)",
    backgroundColor: paneTokens.paneGround,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    colorScheme: "light",
  },
  // what the browser draws itself: the calendar's button, scroll bars, lists of known values
  dark: { colorScheme: "dark" },
});
