/**
 * Formulas that former versions of the add-in wrote into calculated columns, and this one writes otherwise: by their fingerprints. A column that still has one is brought up to date when the
 * journal is completed; any other formula is the user's own. docs/spec/versions.md §2.4.
 */
export function isFormerFormula(table: string, formula: string): boolean {
  const key = `${table} ${formula}`;
  let isFormer = judged.get(key);
  if (isFormer === undefined) {
    isFormer = FORMER.has(fingerprint(table, formula));
    if (judged.size >= 1000) judged.clear();
    judged.set(key, isFormer);
  }
  return isFormer;
}

/** The journal is read after every row that is typed, and its columns have the same formulas then. */
const judged = new Map<string, boolean>();

const FORMER: ReadonlySet<string> = new Set("10kth 3qlq9 8l5wi oe4n 9tltp 9xebq 9luuf 1nppk 56bre 5hns0 26jye 3hg2b 32hh9 3k8p3 3vdx2 3tvno 3o0nd 8ubp 24nqj 12x2u 2j21p 52832 6pi4i 6ly4z 56rcv 3ce6s 1nwe2 99h6d 1jqoz 9xt7u 769ib 7v15m".split(" "));

/** FNV-1a over the bare formula: which of some dozen formulas it is, not a secret. */
export function fingerprint(table: string, formula: string): string {
  let hash = 0x811c9dc5;
  for (const letter of `${table.toLowerCase()} ${bareFormula(table, formula)}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return (hash >>> 8).toString(36);
}

/** However Excel hands it over: `[@Strike]`, `Trades[@Strike]` and `Trades[[#This Row],[Strike]]` are one, so are `[Total]` and `Sectors[Total]` in the table itself. */
export function bareFormula(table: string, formula: string): string {
  return formula
    .replace(/^=/, "").replace(/\s+/g, "").toLowerCase()
    .replace(/\[\[#thisrow\],(\[(?:'.|[^\]])*\])\]/g, "[@$1]")
    .replace(/\[@\[([^\]]*)\]\]/g, "[@$1]")
    .replace(new RegExp(`\\b${table.toLowerCase()}(?=\\[)`, "g"), "");
}
