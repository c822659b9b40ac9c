import { createRoot } from "react-dom/client";
import { App } from "./App";

/** Draws the pane into `root`; the answer takes it away again. */
export function mount(root: HTMLElement): () => void {
  const tree = createRoot(root);
  tree.render(<App />);
  return () => tree.unmount();
}
