import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { wordsOf } from "../words";

interface Props {
  readonly children: ReactNode;
}

/**
 * Where a screen cannot be drawn, its words stand in its place, and the navigation above stays: without this React takes the whole pane away. It catches nothing else; what
 * fails while something is done is caught where it is done.
 */
export class Boundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <Undrawn words={wordsOf(error)} onAgain={() => this.setState({ error: null })} />;
  }
}

function Undrawn({ words, onAgain }: { words: string; onAgain: () => void }) {
  const styles = useStyles();
  return (
    <main className={styles.undrawn}>
      <div role="alert">
        <p>This screen cannot be shown: {words}</p>
        <p>Nothing was changed in the workbook. Please tell us what you did before.</p>
      </div>
      <Button onClick={onAgain}>Show it again</Button>
    </main>
  );
}

const useStyles = makeStyles({ undrawn: { padding: tokens.spacingHorizontalL, overflowY: "auto" } });
