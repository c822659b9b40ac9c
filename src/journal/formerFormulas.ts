/**
 * Formulas that former versions of the add-in wrote into calculated columns, by their fingerprints; some of them are those of today. A column that still has one is brought up to date when the
 * journal is completed; any other formula is the user's own. docs/spec/versions.md §2.4.
 */
export function isFormerFormula(table: string, formula: string): boolean {
  return FORMER.has(fingerprint(table, formula));
}

const FORMER: ReadonlySet<string> = new Set(`
1myvk27 pxpvjj 1aojc87 qzirna dakjlk 1b8vodg zljqk9 1256v13 1ugsv64 5czemi 1u73exg 1dqwrc6 13h8muo nte3ly 1o8j95y klxx9w 1ycwgvn 1o5njbe pkkq26 47ll5j kks7pu a8mp7h yde4sq 6n2p17 14bxl1c 3u75l 7841mj
1ouw3h4 ql6ir6 1p2hz9y amvqhs 4tgh63 1xuj7b9 1272dy6 qquc53 kgms18 1ylhvga 1wbfchr 10rd7tf 19pw66s p3x6p6 12v279x bsmtw8 za7d0l lprikh 10szmxl raa4ak phvo5a 17k005q d2m3fu id86xg 131l34v eyrtc4 filwlv
os28jc ltoav1 pbxugk rj6z63 9gzc01 r8h4b4 q2sm4m 1qvnbb f54so0 7or89p 1a8s4cs hzik6l qxo8kh zzthux 1bpcw5c 1b02ria 10w2jj7 ns4wdu btybyz 1tve5e4 b0dtmx lx4400 s80p7j 1vyzwck 1yofrse 1f0jm8z 1jwo82f
`.trim().split(/\s+/));

/** FNV-1a over the bare formula: which of some dozen formulas it is, not a secret. */
export function fingerprint(table: string, formula: string): string {
  let hash = 0x811c9dc5;
  for (const letter of `${table.toLowerCase()} ${bareFormula(table, formula)}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** However Excel hands it over: `[@Strike]`, `Trades[@Strike]` and `Trades[[#This Row],[Strike]]` are one, so are `[Total]` and `Sectors[Total]` in the table itself. */
export function bareFormula(table: string, formula: string): string {
  return formula
    .replace(/^=/, "").replace(/\s+/g, "").toLowerCase()
    .replace(/\[\[#thisrow\],(\[(?:'.|[^\]])*\])\]/g, "[@$1]")
    .replace(/\[@\[([^\]]*)\]\]/g, "[@$1]")
    .replace(new RegExp(`\\b${table.toLowerCase()}(?=\\[)`, "g"), "");
}
