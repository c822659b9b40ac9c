/** The line at the foot where failures are told, calmly and never swallowed. The console has them as well, with what is known beyond the words. */
export interface StatusLine {
  readonly failures: string[];
  fail(words: string, detail?: unknown): void;
}

export function createStatusLine(): StatusLine {
  const line = document.getElementById("status-line")!;
  const failures: string[] = [];
  const fail = (words: string, detail?: unknown) => {
    failures.push(words);
    console.error(`workbench: ${words}`, detail ?? "");
    const text = document.createElement("span");
    text.className = "words";
    text.textContent = failures.length > 1 ? `${words}  (${failures.length} so far; the console has all)` : words;
    text.title = words;
    const dismiss = document.createElement("button");
    dismiss.type = "button";
    dismiss.textContent = "Dismiss";
    dismiss.addEventListener("click", () => (line.hidden = true));
    line.replaceChildren(text, dismiss);
    line.hidden = false;
  };
  window.addEventListener("error", (event) => {
    if (event.error ?? event.message) fail(wordsOf(event.error ?? event.message), event.error);
  });
  window.addEventListener("unhandledrejection", (event) => fail(wordsOf(event.reason), event.reason));
  return { failures, fail };
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
