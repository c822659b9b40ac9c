/** What a ribbon button asks of the pane: a screen, or a message to show. */
export type Screen = "journal" | "positions" | "plan" | "log" | "settings" | "share";
export interface Message {
  readonly words: string;
  readonly kind: "done" | "refused";
}

/** The pane's Log button on the ribbon: the pane may not be there yet, so the last wish is kept until somebody listens. */
export function requestScreen(screen: Screen): void {
  screens.tell(screen);
}
export function onScreenRequested(listener: (screen: Screen) => void): () => void {
  return screens.listen(listener);
}

/** What a ribbon button did or could not do: shown in the pane. */
export function tell(message: Message): void {
  messages.tell(message);
}
export function onMessage(listener: (message: Message) => void): () => void {
  return messages.listen(listener);
}

const screens = mailbox<Screen>();
const messages = mailbox<Message>();

/** Delivers to all listeners; what comes while nobody listens waits for the first one. */
function mailbox<T>() {
  const listeners = new Set<(letter: T) => void>();
  let waiting: { letter: T } | null = null;
  return {
    tell(letter: T): void {
      if (listeners.size === 0) waiting = { letter };
      listeners.forEach((listener) => listener(letter));
    },
    listen(listener: (letter: T) => void): () => void {
      listeners.add(listener);
      if (waiting) {
        const { letter } = waiting;
        waiting = null;
        listener(letter);
      }
      return () => void listeners.delete(listener);
    },
  };
}
