import type { Findings, SharedCopy } from "../../../../actions/share";
import { count } from "../../../figures";

/** What was done, in one line. */
export function copyWords({ name, cells, elsewhere, accounts, notes, comments }: SharedCopy): string {
  const all = [...cells, ...elsewhere];
  const natives = all.filter(({ becomes }) => becomes.kind === "native").length;
  const parts = [
    ...(natives > 0 ? [`${count(natives, "function")} became ${natives === 1 ? "a formula" : "formulas"}`] : []),
    ...(all.length > natives ? [`${count(all.length - natives, "function")} ${all.length - natives === 1 ? "a value" : "values"}`] : []),
    ...(accounts > 0 ? [`${count(accounts, "account")} ${accounts === 1 ? "has" : "have"} another name`] : []),
    ...(notes + comments > 0 ? [`${count(notes + comments, "note")} left out`] : []),
  ];
  return `“${name}” is ready${parts.length > 0 ? `: ${parts.join(", ")}` : ": nothing had to be changed"}. This workbook is as it was.`;
}

/** One thing that travels with the file: what it is, how much of it, and where to look. */
export interface Traveller {
  readonly label: string;
  readonly words: string;
  readonly address?: string;
}

export function travellers({ hidden, notes, comments, accounts, links, people }: Findings, stale: boolean): readonly Traveller[] {
  const shown = hidden.filter(({ very }) => !very).map(({ sheet }) => sheet);
  const deep = hidden.filter(({ very }) => very).map(({ sheet }) => sheet);
  return [
    ...(stale ? [{ label: "Reports", words: "out of date: the log has changed since. Press Refresh on the Journal screen first" }] : []),
    ...(accounts.length > 0 ? [{ label: "Accounts", words: few(accounts) }] : []),
    ...(notes.count > 0 ? [{ label: "Notes", words: `${count(notes.count, "cell")} with words of your own`, ...(notes.first && { address: notes.first }) }] : []),
    ...(comments.count > 0 ? [{ label: "Comments", words: `${count(comments.count, "cell")} with comments or notes`, ...(comments.first && { address: comments.first }) }] : []),
    ...(people.length > 0 ? [{ label: "Made by", words: few(people) }] : []),
    ...(shown.length > 0 ? [{ label: "Hidden sheets", words: `${few(shown)}: anybody can unhide them` }] : []),
    ...(deep.length > 0 ? [{ label: "Deeply hidden sheets", words: `${few(deep)}: programs can read them` }] : []),
    ...(links.length > 0 ? [{ label: "Links to other files", words: few(links) }] : []),
  ];
}

function few(words: readonly string[]): string {
  return words.length > 5 ? `${words.slice(0, 5).join(", ")} and ${words.length - 5} more` : words.join(", ");
}
